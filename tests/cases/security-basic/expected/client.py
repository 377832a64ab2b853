# Written by nemogen.

"""The clients: `SecurityBasic` and `AsyncSecurityBasic`."""

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
    from .resources import state as _state_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _state_module = LaterModule(f"{__package__}.resources.state")

SETTINGS = Settings(
    package="security_basic",
    version=__version__,
    base_url="https://security-basic.example.com",
    base_url_env="SECURITY_BASIC_BASE_URL",
    auth=(
        Auth(
            scheme="basic",
            id="access",
            arguments={"username": "SECURITY_BASIC_USERNAME", "password": "SECURITY_BASIC_PASSWORD"},
        ),
    ),
    security=({"access": ()},),
)


class SecurityBasic(SyncClientBase):
    """Client of Old archive. Its credentials are arguments, or come from the environment: `username`
    (SECURITY_BASIC_USERNAME), `password` (SECURITY_BASIC_PASSWORD)."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        username: Key | None = None,
        password: Key | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            username: The user's name. By default from SECURITY_BASIC_USERNAME.
            password: The user's password. By default from SECURITY_BASIC_PASSWORD.
            options: Where and how requests are sent: see `ClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        username = masked(username)
        password = masked(password)
        self._set_up(
            {
                "username": username,
                "password": password,
            },
            **options,
        )

    def with_options(
        self: ClientT,
        *,
        username: Key | None = None,
        password: Key | None = None,
        **options: Unpack[ChangedOptions],
    ) -> ClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        username = masked(username)
        password = masked(password)
        return self._copy(
            {
                "username": username,
                "password": password,
            },
            **options,
        )

    @cached_property
    def state(self) -> _state_module.StateResource:
        """Calls /v1/state."""
        return _state_module.StateResource(self._api)


class AsyncSecurityBasic(AsyncClientBase):
    """Client of Old archive for asyncio and trio. Its credentials are arguments, or come from the environment:
    `username` (SECURITY_BASIC_USERNAME), `password` (SECURITY_BASIC_PASSWORD)."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        username: AsyncKey | None = None,
        password: AsyncKey | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            username: The user's name. By default from SECURITY_BASIC_USERNAME.
            password: The user's password. By default from SECURITY_BASIC_PASSWORD.
            options: Where and how requests are sent: see `AsyncClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        username = masked(username)
        password = masked(password)
        self._set_up(
            {
                "username": username,
                "password": password,
            },
            **options,
        )

    def with_options(
        self: AsyncClientT,
        *,
        username: AsyncKey | None = None,
        password: AsyncKey | None = None,
        **options: Unpack[ChangedOptions],
    ) -> AsyncClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        username = masked(username)
        password = masked(password)
        return self._copy(
            {
                "username": username,
                "password": password,
            },
            **options,
        )

    @cached_property
    def state(self) -> _state_module.AsyncStateResource:
        """Calls /v1/state."""
        return _state_module.AsyncStateResource(self._api)
