# Written by nemogen.

"""The clients: `SecurityTwoKeys` and `AsyncSecurityTwoKeys`."""

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
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _a_module = LaterModule(f"{__package__}.resources.a")

SETTINGS = Settings(
    package="security_two_keys",
    version=__version__,
    base_url="",
    base_url_env="SECURITY_TWO_KEYS_BASE_URL",
    auth=(
        Auth(scheme="header", name="X-Client-Id", id="id", arguments={"client_id": "SECURITY_TWO_KEYS_CLIENT_ID"}),
        Auth(scheme="header", name="X-Secret", id="secret", arguments={"secret": "SECURITY_TWO_KEYS_SECRET"}),
    ),
    security=({"id": (), "secret": ()},),
)


class SecurityTwoKeys(SyncClientBase):
    """Client of T. Its credentials are arguments, or come from the environment: `client_id`
    (SECURITY_TWO_KEYS_CLIENT_ID), `secret` (SECURITY_TWO_KEYS_SECRET)."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        client_id: Key | None = None,
        secret: Key | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            client_id: The key that is sent as X-Client-Id, or a function that gives it. By default from
                SECURITY_TWO_KEYS_CLIENT_ID.
            secret: The key that is sent as X-Secret, or a function that gives it. By default from
                SECURITY_TWO_KEYS_SECRET.
            options: Where and how requests are sent: see `ClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        client_id = masked(client_id)
        secret = masked(secret)
        self._set_up(
            {
                "client_id": client_id,
                "secret": secret,
            },
            **options,
        )

    def with_options(
        self: ClientT,
        *,
        client_id: Key | None = None,
        secret: Key | None = None,
        **options: Unpack[ChangedOptions],
    ) -> ClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        client_id = masked(client_id)
        secret = masked(secret)
        return self._copy(
            {
                "client_id": client_id,
                "secret": secret,
            },
            **options,
        )

    @cached_property
    def a(self) -> _a_module.A:
        """Calls /a."""
        return _a_module.A(self._api)


class AsyncSecurityTwoKeys(AsyncClientBase):
    """Client of T for asyncio and trio. Its credentials are arguments, or come from the environment: `client_id`
    (SECURITY_TWO_KEYS_CLIENT_ID), `secret` (SECURITY_TWO_KEYS_SECRET)."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        client_id: AsyncKey | None = None,
        secret: AsyncKey | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            client_id: The key that is sent as X-Client-Id, or a function that gives it. By default from
                SECURITY_TWO_KEYS_CLIENT_ID.
            secret: The key that is sent as X-Secret, or a function that gives it. By default from
                SECURITY_TWO_KEYS_SECRET.
            options: Where and how requests are sent: see `AsyncClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        client_id = masked(client_id)
        secret = masked(secret)
        self._set_up(
            {
                "client_id": client_id,
                "secret": secret,
            },
            **options,
        )

    def with_options(
        self: AsyncClientT,
        *,
        client_id: AsyncKey | None = None,
        secret: AsyncKey | None = None,
        **options: Unpack[ChangedOptions],
    ) -> AsyncClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        client_id = masked(client_id)
        secret = masked(secret)
        return self._copy(
            {
                "client_id": client_id,
                "secret": secret,
            },
            **options,
        )

    @cached_property
    def a(self) -> _a_module.AsyncA:
        """Calls /a."""
        return _a_module.AsyncA(self._api)
