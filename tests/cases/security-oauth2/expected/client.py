# Written by nemogen.

"""The clients: `SecurityOauth2` and `AsyncSecurityOauth2`."""

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
    from .resources import boats as _boats_module
    from .resources import ports as _ports_module
    from .resources import status as _status_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _boats_module = LaterModule(f"{__package__}.resources.boats")
    _ports_module = LaterModule(f"{__package__}.resources.ports")
    _status_module = LaterModule(f"{__package__}.resources.status")

SETTINGS = Settings(
    package="security_oauth2",
    version=__version__,
    base_url="https://ferry.example.com/api",
    base_url_env="SECURITY_OAUTH2_BASE_URL",
    auth=(
        Auth(
            scheme="client_credentials",
            id="either",
            arguments={"client_id": "SECURITY_OAUTH2_CLIENT_ID", "client_secret": "SECURITY_OAUTH2_CLIENT_SECRET"},
            token_url="/harbour/token",
        ),
        Auth(scheme="bearer", id="either token", arguments={"access_token": "SECURITY_OAUTH2_ACCESS_TOKEN"}),
        Auth(
            scheme="client_credentials",
            id="machine",
            arguments={
                "machine_client_id": "SECURITY_OAUTH2_MACHINE_CLIENT_ID",
                "machine_client_secret": "SECURITY_OAUTH2_MACHINE_CLIENT_SECRET",
            },
            token_url="https://ferry.example.com/oauth/token",
        ),
        Auth(scheme="bearer", id="person", arguments={"person_token": "SECURITY_OAUTH2_PERSON_TOKEN"}),
    ),
    security=({"machine": ("read",)},),
    alternatives=(("either",), ("either token",), ("person",)),
)


class SecurityOauth2(SyncClientBase):
    """Client of Ferry. Its credentials are arguments, or come from the environment: `client_id`
    (SECURITY_OAUTH2_CLIENT_ID), `client_secret` (SECURITY_OAUTH2_CLIENT_SECRET), `access_token`
    (SECURITY_OAUTH2_ACCESS_TOKEN), `machine_client_id` (SECURITY_OAUTH2_MACHINE_CLIENT_ID),
    `machine_client_secret` (SECURITY_OAUTH2_MACHINE_CLIENT_SECRET), `person_token`
    (SECURITY_OAUTH2_PERSON_TOKEN)."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        client_id: Key | None = None,
        client_secret: Key | None = None,
        access_token: Key | None = None,
        machine_client_id: Key | None = None,
        machine_client_secret: Key | None = None,
        person_token: Key | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            client_id: The id of your OAuth client. By default from SECURITY_OAUTH2_CLIENT_ID.
            client_secret: The secret of your OAuth client, to fetch tokens with. By default from
                SECURITY_OAUTH2_CLIENT_SECRET.
            access_token: The token that is sent as Authorization, or a function that gives it. By default from
                SECURITY_OAUTH2_ACCESS_TOKEN.
            machine_client_id: The id of your OAuth client. By default from SECURITY_OAUTH2_MACHINE_CLIENT_ID.
            machine_client_secret: The secret of your OAuth client, to fetch tokens with. By default from
                SECURITY_OAUTH2_MACHINE_CLIENT_SECRET.
            person_token: The token that is sent as Authorization, or a function that gives it. By default from
                SECURITY_OAUTH2_PERSON_TOKEN.
            options: Where and how requests are sent: see `ClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        client_id = masked(client_id)
        client_secret = masked(client_secret)
        access_token = masked(access_token)
        machine_client_id = masked(machine_client_id)
        machine_client_secret = masked(machine_client_secret)
        person_token = masked(person_token)
        self._set_up(
            {
                "client_id": client_id,
                "client_secret": client_secret,
                "access_token": access_token,
                "machine_client_id": machine_client_id,
                "machine_client_secret": machine_client_secret,
                "person_token": person_token,
            },
            **options,
        )

    def with_options(
        self: ClientT,
        *,
        client_id: Key | None = None,
        client_secret: Key | None = None,
        access_token: Key | None = None,
        machine_client_id: Key | None = None,
        machine_client_secret: Key | None = None,
        person_token: Key | None = None,
        **options: Unpack[ChangedOptions],
    ) -> ClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        client_id = masked(client_id)
        client_secret = masked(client_secret)
        access_token = masked(access_token)
        machine_client_id = masked(machine_client_id)
        machine_client_secret = masked(machine_client_secret)
        person_token = masked(person_token)
        return self._copy(
            {
                "client_id": client_id,
                "client_secret": client_secret,
                "access_token": access_token,
                "machine_client_id": machine_client_id,
                "machine_client_secret": machine_client_secret,
                "person_token": person_token,
            },
            **options,
        )

    @cached_property
    def boats(self) -> _boats_module.Boats:
        """Calls /v1/boats."""
        return _boats_module.Boats(self._api)

    @cached_property
    def ports(self) -> _ports_module.Ports:
        """Calls /v1/ports."""
        return _ports_module.Ports(self._api)

    @cached_property
    def status(self) -> _status_module.Status:
        """Calls /v1/status."""
        return _status_module.Status(self._api)


class AsyncSecurityOauth2(AsyncClientBase):
    """Client of Ferry for asyncio and trio. Its credentials are arguments, or come from the environment: `client_id`
    (SECURITY_OAUTH2_CLIENT_ID), `client_secret` (SECURITY_OAUTH2_CLIENT_SECRET), `access_token`
    (SECURITY_OAUTH2_ACCESS_TOKEN), `machine_client_id` (SECURITY_OAUTH2_MACHINE_CLIENT_ID),
    `machine_client_secret` (SECURITY_OAUTH2_MACHINE_CLIENT_SECRET), `person_token`
    (SECURITY_OAUTH2_PERSON_TOKEN)."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        client_id: AsyncKey | None = None,
        client_secret: AsyncKey | None = None,
        access_token: AsyncKey | None = None,
        machine_client_id: AsyncKey | None = None,
        machine_client_secret: AsyncKey | None = None,
        person_token: AsyncKey | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            client_id: The id of your OAuth client. By default from SECURITY_OAUTH2_CLIENT_ID.
            client_secret: The secret of your OAuth client, to fetch tokens with. By default from
                SECURITY_OAUTH2_CLIENT_SECRET.
            access_token: The token that is sent as Authorization, or a function that gives it. By default from
                SECURITY_OAUTH2_ACCESS_TOKEN.
            machine_client_id: The id of your OAuth client. By default from SECURITY_OAUTH2_MACHINE_CLIENT_ID.
            machine_client_secret: The secret of your OAuth client, to fetch tokens with. By default from
                SECURITY_OAUTH2_MACHINE_CLIENT_SECRET.
            person_token: The token that is sent as Authorization, or a function that gives it. By default from
                SECURITY_OAUTH2_PERSON_TOKEN.
            options: Where and how requests are sent: see `AsyncClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        client_id = masked(client_id)
        client_secret = masked(client_secret)
        access_token = masked(access_token)
        machine_client_id = masked(machine_client_id)
        machine_client_secret = masked(machine_client_secret)
        person_token = masked(person_token)
        self._set_up(
            {
                "client_id": client_id,
                "client_secret": client_secret,
                "access_token": access_token,
                "machine_client_id": machine_client_id,
                "machine_client_secret": machine_client_secret,
                "person_token": person_token,
            },
            **options,
        )

    def with_options(
        self: AsyncClientT,
        *,
        client_id: AsyncKey | None = None,
        client_secret: AsyncKey | None = None,
        access_token: AsyncKey | None = None,
        machine_client_id: AsyncKey | None = None,
        machine_client_secret: AsyncKey | None = None,
        person_token: AsyncKey | None = None,
        **options: Unpack[ChangedOptions],
    ) -> AsyncClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        client_id = masked(client_id)
        client_secret = masked(client_secret)
        access_token = masked(access_token)
        machine_client_id = masked(machine_client_id)
        machine_client_secret = masked(machine_client_secret)
        person_token = masked(person_token)
        return self._copy(
            {
                "client_id": client_id,
                "client_secret": client_secret,
                "access_token": access_token,
                "machine_client_id": machine_client_id,
                "machine_client_secret": machine_client_secret,
                "person_token": person_token,
            },
            **options,
        )

    @cached_property
    def boats(self) -> _boats_module.AsyncBoats:
        """Calls /v1/boats."""
        return _boats_module.AsyncBoats(self._api)

    @cached_property
    def ports(self) -> _ports_module.AsyncPorts:
        """Calls /v1/ports."""
        return _ports_module.AsyncPorts(self._api)

    @cached_property
    def status(self) -> _status_module.AsyncStatus:
        """Calls /v1/status."""
        return _status_module.AsyncStatus(self._api)
