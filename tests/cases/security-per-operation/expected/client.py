# Written by nemogen.

"""The clients: `SecurityPerOperation` and `AsyncSecurityPerOperation`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Unpack

from ._runtime.client_base import AsyncClientBase, AsyncClientT, ClientT, SyncClientBase
from ._runtime.client_options import AsyncClientOptions, ChangedOptions, ClientOptions
from ._runtime.later import LaterModule
from ._runtime.secret import AsyncKey, Key, masked
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import a as _a_module
    from .resources import b as _b_module
    from .resources import c as _c_module
    from .resources import p as _p_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _a_module = LaterModule(f"{__package__}.resources.a")
    _b_module = LaterModule(f"{__package__}.resources.b")
    _c_module = LaterModule(f"{__package__}.resources.c")
    _p_module = LaterModule(f"{__package__}.resources.p")

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
            username: The user's name. By default from SECURITY_PER_OPERATION_USERNAME.
            password: The user's password. By default from SECURITY_PER_OPERATION_PASSWORD.
            sid: The key that is sent as SID, or a function that gives it. By default from
                SECURITY_PER_OPERATION_SID.
            api_key: The token that is sent as Authorization, or a function that gives it. By default from
                SECURITY_PER_OPERATION_API_KEY.
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
        self: ClientT,
        *,
        username: Key | None = None,
        password: Key | None = None,
        sid: Key | None = None,
        api_key: Key | None = None,
        **options: Unpack[ChangedOptions],
    ) -> ClientT:
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
    def a(self) -> _a_module.A:
        """Calls /a."""
        return _a_module.A(self._api)

    @cached_property
    def b(self) -> _b_module.B:
        """Calls /b."""
        return _b_module.B(self._api)

    @cached_property
    def c(self) -> _c_module.C:
        """Calls /c."""
        return _c_module.C(self._api)

    @cached_property
    def p(self) -> _p_module.P:
        """Calls /p."""
        return _p_module.P(self._api)


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
            username: The user's name. By default from SECURITY_PER_OPERATION_USERNAME.
            password: The user's password. By default from SECURITY_PER_OPERATION_PASSWORD.
            sid: The key that is sent as SID, or a function that gives it. By default from
                SECURITY_PER_OPERATION_SID.
            api_key: The token that is sent as Authorization, or a function that gives it. By default from
                SECURITY_PER_OPERATION_API_KEY.
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
        self: AsyncClientT,
        *,
        username: AsyncKey | None = None,
        password: AsyncKey | None = None,
        sid: AsyncKey | None = None,
        api_key: AsyncKey | None = None,
        **options: Unpack[ChangedOptions],
    ) -> AsyncClientT:
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
    def a(self) -> _a_module.AsyncA:
        """Calls /a."""
        return _a_module.AsyncA(self._api)

    @cached_property
    def b(self) -> _b_module.AsyncB:
        """Calls /b."""
        return _b_module.AsyncB(self._api)

    @cached_property
    def c(self) -> _c_module.AsyncC:
        """Calls /c."""
        return _c_module.AsyncC(self._api)

    @cached_property
    def p(self) -> _p_module.AsyncP:
        """Calls /p."""
        return _p_module.AsyncP(self._api)
