# Written by nemogen.

"""The clients: `SecurityAlternatives` and `AsyncSecurityAlternatives`."""

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
    from .resources import hours as _hours_module
    from .resources import keys as _keys_module
    from .resources import staff as _staff_module
    from .resources import tools as _tools_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _hours_module = LaterModule(f"{__package__}.resources.hours")
    _keys_module = LaterModule(f"{__package__}.resources.keys")
    _staff_module = LaterModule(f"{__package__}.resources.staff")
    _tools_module = LaterModule(f"{__package__}.resources.tools")

SETTINGS = Settings(
    package="security_alternatives",
    version=__version__,
    base_url="https://workshop.example.com",
    base_url_env="SECURITY_ALTERNATIVES_BASE_URL",
    auth=(
        Auth(scheme="bearer", id="bearer", arguments={"api_key": "SECURITY_ALTERNATIVES_API_KEY"}),
        Auth(
            scheme="client_credentials",
            id="oauth",
            arguments={
                "client_id": "SECURITY_ALTERNATIVES_CLIENT_ID",
                "client_secret": "SECURITY_ALTERNATIVES_CLIENT_SECRET",
            },
            token_url="https://workshop.example.com/token",
        ),
        Auth(
            scheme="header",
            name="X-Second-Key",
            id="second",
            arguments={"second_key": "SECURITY_ALTERNATIVES_SECOND_KEY"},
        ),
        Auth(scheme="cookie", name="sid", id="session", arguments={"sid": "SECURITY_ALTERNATIVES_SID"}),
    ),
    security=({"bearer": ()}, {"session": ()}),
    alternatives=(("bearer", "second"), ("oauth",)),
)


class SecurityAlternatives(SyncClientBase):
    """Client of Workshop. Its credentials are arguments, or come from the environment: `api_key`
    (SECURITY_ALTERNATIVES_API_KEY), `client_id` (SECURITY_ALTERNATIVES_CLIENT_ID), `client_secret`
    (SECURITY_ALTERNATIVES_CLIENT_SECRET), `second_key` (SECURITY_ALTERNATIVES_SECOND_KEY), `sid`
    (SECURITY_ALTERNATIVES_SID)."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        api_key: Key | None = None,
        client_id: Key | None = None,
        client_secret: Key | None = None,
        second_key: Key | None = None,
        sid: Key | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            api_key: The token that is sent as Authorization, or a function that gives it. By default from
                SECURITY_ALTERNATIVES_API_KEY.
            client_id: The id of your OAuth client. By default from SECURITY_ALTERNATIVES_CLIENT_ID.
            client_secret: The secret of your OAuth client, to fetch tokens with. By default from
                SECURITY_ALTERNATIVES_CLIENT_SECRET.
            second_key: The key that is sent as X-Second-Key, or a function that gives it. By default from
                SECURITY_ALTERNATIVES_SECOND_KEY.
            sid: The key that is sent as sid, or a function that gives it. By default from
                SECURITY_ALTERNATIVES_SID.
            options: Where and how requests are sent: see `ClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        api_key = masked(api_key)
        client_id = masked(client_id)
        client_secret = masked(client_secret)
        second_key = masked(second_key)
        sid = masked(sid)
        self._set_up(
            {
                "api_key": api_key,
                "client_id": client_id,
                "client_secret": client_secret,
                "second_key": second_key,
                "sid": sid,
            },
            **options,
        )

    def with_options(
        self: ClientT,
        *,
        api_key: Key | None = None,
        client_id: Key | None = None,
        client_secret: Key | None = None,
        second_key: Key | None = None,
        sid: Key | None = None,
        **options: Unpack[ChangedOptions],
    ) -> ClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        api_key = masked(api_key)
        client_id = masked(client_id)
        client_secret = masked(client_secret)
        second_key = masked(second_key)
        sid = masked(sid)
        return self._copy(
            {
                "api_key": api_key,
                "client_id": client_id,
                "client_secret": client_secret,
                "second_key": second_key,
                "sid": sid,
            },
            **options,
        )

    @cached_property
    def hours(self) -> _hours_module.Hours:
        """Calls /v1/hours."""
        return _hours_module.Hours(self._api)

    @cached_property
    def keys(self) -> _keys_module.Keys:
        """Calls /v1/keys."""
        return _keys_module.Keys(self._api)

    @cached_property
    def staff(self) -> _staff_module.Staff:
        """Calls /v1/staff."""
        return _staff_module.Staff(self._api)

    @cached_property
    def tools(self) -> _tools_module.Tools:
        """Calls /v1/tools."""
        return _tools_module.Tools(self._api)


class AsyncSecurityAlternatives(AsyncClientBase):
    """Client of Workshop for asyncio and trio. Its credentials are arguments, or come from the environment:
    `api_key` (SECURITY_ALTERNATIVES_API_KEY), `client_id` (SECURITY_ALTERNATIVES_CLIENT_ID), `client_secret`
    (SECURITY_ALTERNATIVES_CLIENT_SECRET), `second_key` (SECURITY_ALTERNATIVES_SECOND_KEY), `sid`
    (SECURITY_ALTERNATIVES_SID)."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        api_key: AsyncKey | None = None,
        client_id: AsyncKey | None = None,
        client_secret: AsyncKey | None = None,
        second_key: AsyncKey | None = None,
        sid: AsyncKey | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            api_key: The token that is sent as Authorization, or a function that gives it. By default from
                SECURITY_ALTERNATIVES_API_KEY.
            client_id: The id of your OAuth client. By default from SECURITY_ALTERNATIVES_CLIENT_ID.
            client_secret: The secret of your OAuth client, to fetch tokens with. By default from
                SECURITY_ALTERNATIVES_CLIENT_SECRET.
            second_key: The key that is sent as X-Second-Key, or a function that gives it. By default from
                SECURITY_ALTERNATIVES_SECOND_KEY.
            sid: The key that is sent as sid, or a function that gives it. By default from
                SECURITY_ALTERNATIVES_SID.
            options: Where and how requests are sent: see `AsyncClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        api_key = masked(api_key)
        client_id = masked(client_id)
        client_secret = masked(client_secret)
        second_key = masked(second_key)
        sid = masked(sid)
        self._set_up(
            {
                "api_key": api_key,
                "client_id": client_id,
                "client_secret": client_secret,
                "second_key": second_key,
                "sid": sid,
            },
            **options,
        )

    def with_options(
        self: AsyncClientT,
        *,
        api_key: AsyncKey | None = None,
        client_id: AsyncKey | None = None,
        client_secret: AsyncKey | None = None,
        second_key: AsyncKey | None = None,
        sid: AsyncKey | None = None,
        **options: Unpack[ChangedOptions],
    ) -> AsyncClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        api_key = masked(api_key)
        client_id = masked(client_id)
        client_secret = masked(client_secret)
        second_key = masked(second_key)
        sid = masked(sid)
        return self._copy(
            {
                "api_key": api_key,
                "client_id": client_id,
                "client_secret": client_secret,
                "second_key": second_key,
                "sid": sid,
            },
            **options,
        )

    @cached_property
    def hours(self) -> _hours_module.AsyncHours:
        """Calls /v1/hours."""
        return _hours_module.AsyncHours(self._api)

    @cached_property
    def keys(self) -> _keys_module.AsyncKeys:
        """Calls /v1/keys."""
        return _keys_module.AsyncKeys(self._api)

    @cached_property
    def staff(self) -> _staff_module.AsyncStaff:
        """Calls /v1/staff."""
        return _staff_module.AsyncStaff(self._api)

    @cached_property
    def tools(self) -> _tools_module.AsyncTools:
        """Calls /v1/tools."""
        return _tools_module.AsyncTools(self._api)
