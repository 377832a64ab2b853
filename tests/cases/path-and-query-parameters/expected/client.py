# Written by nemogen.

"""The clients: `PathAndQueryParameters` and `AsyncPathAndQueryParameters`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Literal, Unpack

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.servers import AsyncClientOptions, SyncClientOptions, server_url
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.shelves import AsyncShelves, Shelves

SETTINGS = Settings(
    package="path_and_query_parameters",
    version=__version__,
    base_url="https://library.example.org/current",
    base_url_env="PATH_AND_QUERY_PARAMETERS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
    server="https://library.example.org/{edition}",
    server_variables={
        "edition": ("current", "next"),
    },
)


class PathAndQueryParameters(SyncClient):
    """Client of Town library."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        edition: Literal["current", "next"] = "current",
        **options: Unpack[SyncClientOptions],
    ) -> None:
        """Make a client of a server; the options are those of `SyncClient`, and base_url goes before the server."""
        server = {
            "edition": edition,
        }
        options["base_url"] = server_url(SETTINGS, options.get("base_url"), server)
        super().__init__(**options)

    @cached_property
    def shelves(self) -> Shelves:
        """What lies below `shelves`."""
        from .resources.shelves import Shelves

        return Shelves(self._api)


class AsyncPathAndQueryParameters(AsyncClient):
    """Client of Town library for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        edition: Literal["current", "next"] = "current",
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Make a client of a server; the options are those of `AsyncClient`, and base_url goes before the server."""
        server = {
            "edition": edition,
        }
        options["base_url"] = server_url(SETTINGS, options.get("base_url"), server)
        super().__init__(**options)

    @cached_property
    def shelves(self) -> AsyncShelves:
        """What lies below `shelves`."""
        from .resources.shelves import AsyncShelves

        return AsyncShelves(self._api)
