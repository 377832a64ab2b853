# Written by nemogen.

"""The clients: `SecuritySilent` and `AsyncSecuritySilent`."""

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
    from .resources import basic as _basic_module
    from .resources import both as _both_module
    from .resources import open as _open_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _basic_module = LaterModule(f"{__package__}.resources.basic")
    _both_module = LaterModule(f"{__package__}.resources.both")
    _open_module = LaterModule(f"{__package__}.resources.open")

SETTINGS = Settings(
    package="security_silent",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="SECURITY_SILENT_BASE_URL",
    auth=(
        Auth(scheme="query", name="app_id", id="app", arguments={"app_id": "SECURITY_SILENT_APP_ID"}),
        Auth(
            scheme="basic",
            id="basic",
            arguments={"username": "SECURITY_SILENT_USERNAME", "password": "SECURITY_SILENT_PASSWORD"},
        ),
        Auth(scheme="header", name="X-Key", id="key", arguments={"api_key": "SECURITY_SILENT_API_KEY"}),
    ),
    security=({"basic": ()},),
    alternatives=(("app", "key"),),
)


class SecuritySilent(SyncClientBase):
    """Client of Depot. Its credentials are arguments, or come from the environment: `app_id`
    (SECURITY_SILENT_APP_ID), `username` (SECURITY_SILENT_USERNAME), `password` (SECURITY_SILENT_PASSWORD),
    `api_key` (SECURITY_SILENT_API_KEY)."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        app_id: Key | None = None,
        username: Key | None = None,
        password: Key | None = None,
        api_key: Key | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            app_id: The key that is sent as app_id, or a function that gives it. By default from
                SECURITY_SILENT_APP_ID.
            username: The user's name. By default from SECURITY_SILENT_USERNAME.
            password: The user's password. By default from SECURITY_SILENT_PASSWORD.
            api_key: The key that is sent as X-Key, or a function that gives it. By default from
                SECURITY_SILENT_API_KEY.
            options: Where and how requests are sent: see `ClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        app_id = masked(app_id)
        username = masked(username)
        password = masked(password)
        api_key = masked(api_key)
        self._set_up(
            {
                "app_id": app_id,
                "username": username,
                "password": password,
                "api_key": api_key,
            },
            **options,
        )

    def with_options(
        self: ClientT,
        *,
        app_id: Key | None = None,
        username: Key | None = None,
        password: Key | None = None,
        api_key: Key | None = None,
        **options: Unpack[ChangedOptions],
    ) -> ClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        app_id = masked(app_id)
        username = masked(username)
        password = masked(password)
        api_key = masked(api_key)
        return self._copy(
            {
                "app_id": app_id,
                "username": username,
                "password": password,
                "api_key": api_key,
            },
            **options,
        )

    @cached_property
    def basic(self) -> _basic_module.BasicResource:
        """Calls /basic."""
        return _basic_module.BasicResource(self._api)

    @cached_property
    def both(self) -> _both_module.BothResource:
        """Calls /both."""
        return _both_module.BothResource(self._api)

    @cached_property
    def open(self) -> _open_module.OpenResource:
        """Calls /open."""
        return _open_module.OpenResource(self._api)


class AsyncSecuritySilent(AsyncClientBase):
    """Client of Depot for asyncio and trio. Its credentials are arguments, or come from the environment: `app_id`
    (SECURITY_SILENT_APP_ID), `username` (SECURITY_SILENT_USERNAME), `password` (SECURITY_SILENT_PASSWORD),
    `api_key` (SECURITY_SILENT_API_KEY)."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        app_id: AsyncKey | None = None,
        username: AsyncKey | None = None,
        password: AsyncKey | None = None,
        api_key: AsyncKey | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            app_id: The key that is sent as app_id, or a function that gives it. By default from
                SECURITY_SILENT_APP_ID.
            username: The user's name. By default from SECURITY_SILENT_USERNAME.
            password: The user's password. By default from SECURITY_SILENT_PASSWORD.
            api_key: The key that is sent as X-Key, or a function that gives it. By default from
                SECURITY_SILENT_API_KEY.
            options: Where and how requests are sent: see `AsyncClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        app_id = masked(app_id)
        username = masked(username)
        password = masked(password)
        api_key = masked(api_key)
        self._set_up(
            {
                "app_id": app_id,
                "username": username,
                "password": password,
                "api_key": api_key,
            },
            **options,
        )

    def with_options(
        self: AsyncClientT,
        *,
        app_id: AsyncKey | None = None,
        username: AsyncKey | None = None,
        password: AsyncKey | None = None,
        api_key: AsyncKey | None = None,
        **options: Unpack[ChangedOptions],
    ) -> AsyncClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        app_id = masked(app_id)
        username = masked(username)
        password = masked(password)
        api_key = masked(api_key)
        return self._copy(
            {
                "app_id": app_id,
                "username": username,
                "password": password,
                "api_key": api_key,
            },
            **options,
        )

    @cached_property
    def basic(self) -> _basic_module.AsyncBasicResource:
        """Calls /basic."""
        return _basic_module.AsyncBasicResource(self._api)

    @cached_property
    def both(self) -> _both_module.AsyncBothResource:
        """Calls /both."""
        return _both_module.AsyncBothResource(self._api)

    @cached_property
    def open(self) -> _open_module.AsyncOpenResource:
        """Calls /open."""
        return _open_module.AsyncOpenResource(self._api)
