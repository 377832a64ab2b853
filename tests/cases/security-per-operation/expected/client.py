# Written by nemogen.

"""The clients: `SecurityPerOperation` and `AsyncSecurityPerOperation`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Self, Unpack

from ._runtime.client_base import AsyncClientBase, SyncClientBase
from ._runtime.client_options import AsyncClientOptions, ChangedOptions, ClientOptions
from ._runtime.secret import AsyncKey, Key, masked
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.a import A, AsyncA
    from .resources.b import AsyncB, B
    from .resources.c import AsyncC, C
    from .resources.p import AsyncP, P

SETTINGS = Settings(
    package="security_per_operation",
    version=__version__,
    base_url="",
    base_url_env="SECURITY_PER_OPERATION_BASE_URL",
    auth=(
        Auth(
            scheme="basic",
            id="b",
            arguments={"username": "SECURITY_PER_OPERATION_USERNAME", "password": "SECURITY_PER_OPERATION_PASSWORD"},
        ),
        Auth(scheme="cookie", name="SID", id="c", arguments={"sid": "SECURITY_PER_OPERATION_SID"}),
        Auth(scheme="bearer", id="o", arguments={"api_key": "SECURITY_PER_OPERATION_API_KEY"}),
    ),
    security=({"o": ()},),
    alternatives=(("b",), ("c",)),
    idempotency_header=None,
)


class SecurityPerOperation(SyncClientBase):
    """Client of T. Its credentials are arguments, or come from the environment: `username`
    (SECURITY_PER_OPERATION_USERNAME), `password` (SECURITY_PER_OPERATION_PASSWORD), `sid`
    (SECURITY_PER_OPERATION_SID), `api_key` (SECURITY_PER_OPERATION_API_KEY)."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        username: Key | None = None,
        password: Key | None = None,
        sid: Key | None = None,
        api_key: Key | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            username: The user's name; by default the one of SECURITY_PER_OPERATION_USERNAME.
            password: The user's password; by default the one of SECURITY_PER_OPERATION_PASSWORD.
            sid: The key that is sent as SID, or a function that gives it; by default the one of
                SECURITY_PER_OPERATION_SID.
            api_key: The token that is sent as Authorization, or a function that gives it; by default the one
                of SECURITY_PER_OPERATION_API_KEY.

            options: Where and how requests are sent: see `ClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        username = masked(username)
        password = masked(password)
        sid = masked(sid)
        api_key = masked(api_key)

        self._set_up(
            {
                "username": username,
                "password": password,
                "sid": sid,
                "api_key": api_key,
            },
            **options,
        )

    def with_options(
        self,
        *,
        username: Key | None = None,
        password: Key | None = None,
        sid: Key | None = None,
        api_key: Key | None = None,
        **options: Unpack[ChangedOptions],
    ) -> Self:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        username = masked(username)
        password = masked(password)
        sid = masked(sid)
        api_key = masked(api_key)

        return self._copy(
            {
                "username": username,
                "password": password,
                "sid": sid,
                "api_key": api_key,
            },
            **options,
        )

    @cached_property
    def a(self) -> A:
        """Calls /a."""
        from .resources.a import A

        return A(self._api)

    @cached_property
    def b(self) -> B:
        """Calls /b."""
        from .resources.b import B

        return B(self._api)

    @cached_property
    def c(self) -> C:
        """Calls /c."""
        from .resources.c import C

        return C(self._api)

    @cached_property
    def p(self) -> P:
        """Calls /p."""
        from .resources.p import P

        return P(self._api)


class AsyncSecurityPerOperation(AsyncClientBase):
    """Client of T for asyncio and trio. Its credentials are arguments, or come from the environment: `username`
    (SECURITY_PER_OPERATION_USERNAME), `password` (SECURITY_PER_OPERATION_PASSWORD), `sid`
    (SECURITY_PER_OPERATION_SID), `api_key` (SECURITY_PER_OPERATION_API_KEY)."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        username: AsyncKey | None = None,
        password: AsyncKey | None = None,
        sid: AsyncKey | None = None,
        api_key: AsyncKey | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            username: The user's name; by default the one of SECURITY_PER_OPERATION_USERNAME.
            password: The user's password; by default the one of SECURITY_PER_OPERATION_PASSWORD.
            sid: The key that is sent as SID, or a function that gives it; by default the one of
                SECURITY_PER_OPERATION_SID.
            api_key: The token that is sent as Authorization, or a function that gives it; by default the one
                of SECURITY_PER_OPERATION_API_KEY.

            options: Where and how requests are sent: see `AsyncClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        username = masked(username)
        password = masked(password)
        sid = masked(sid)
        api_key = masked(api_key)

        self._set_up(
            {
                "username": username,
                "password": password,
                "sid": sid,
                "api_key": api_key,
            },
            **options,
        )

    def with_options(
        self,
        *,
        username: AsyncKey | None = None,
        password: AsyncKey | None = None,
        sid: AsyncKey | None = None,
        api_key: AsyncKey | None = None,
        **options: Unpack[ChangedOptions],
    ) -> Self:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        username = masked(username)
        password = masked(password)
        sid = masked(sid)
        api_key = masked(api_key)

        return self._copy(
            {
                "username": username,
                "password": password,
                "sid": sid,
                "api_key": api_key,
            },
            **options,
        )

    @cached_property
    def a(self) -> AsyncA:
        """Calls /a."""
        from .resources.a import AsyncA

        return AsyncA(self._api)

    @cached_property
    def b(self) -> AsyncB:
        """Calls /b."""
        from .resources.b import AsyncB

        return AsyncB(self._api)

    @cached_property
    def c(self) -> AsyncC:
        """Calls /c."""
        from .resources.c import AsyncC

        return AsyncC(self._api)

    @cached_property
    def p(self) -> AsyncP:
        """Calls /p."""
        from .resources.p import AsyncP

        return AsyncP(self._api)
