# Written by nemogen.

"""The clients: `ServersAndVariables` and `AsyncServersAndVariables`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Literal, Unpack

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.servers import AsyncClientOptions, SyncClientOptions, server_url
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.letters import AsyncLetters, Letters
    from .resources.parcels import AsyncParcels, Parcels

SETTINGS = Settings(
    package="servers_and_variables",
    version=__version__,
    base_url="https://eu.post.example.com:443/v2",
    base_url_env="SERVERS_AND_VARIABLES_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
    server="https://{region}.post.example.com:{port}/v2",
    server_variables={
        "region": ("eu", "us"),
        "port": (),
    },
)


class ServersAndVariables(SyncClient):
    """Client of Post office."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        region: Literal["eu", "us"] = "eu",
        port: str = "443",
        **options: Unpack[SyncClientOptions],
    ) -> None:
        """Make a client of a server; the options are those of `SyncClient`, and base_url goes before the server."""
        server = {
            "region": region,
            "port": port,
        }
        options["base_url"] = server_url(SETTINGS, options.get("base_url"), server)
        super().__init__(**options)

    @cached_property
    def letters(self) -> Letters:
        """Calls /letters."""
        from .resources.letters import Letters

        return Letters(self._api)

    @cached_property
    def parcels(self) -> Parcels:
        """Calls /parcels."""
        from .resources.parcels import Parcels

        return Parcels(self._api)


class AsyncServersAndVariables(AsyncClient):
    """Client of Post office for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        region: Literal["eu", "us"] = "eu",
        port: str = "443",
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Make a client of a server; the options are those of `AsyncClient`, and base_url goes before the server."""
        server = {
            "region": region,
            "port": port,
        }
        options["base_url"] = server_url(SETTINGS, options.get("base_url"), server)
        super().__init__(**options)

    @cached_property
    def letters(self) -> AsyncLetters:
        """Calls /letters."""
        from .resources.letters import AsyncLetters

        return AsyncLetters(self._api)

    @cached_property
    def parcels(self) -> AsyncParcels:
        """Calls /parcels."""
        from .resources.parcels import AsyncParcels

        return AsyncParcels(self._api)
