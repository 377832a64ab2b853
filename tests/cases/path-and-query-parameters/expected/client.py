# Written by nemogen.

"""The clients: `PathAndQueryParameters` and `AsyncPathAndQueryParameters`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
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
)


class PathAndQueryParameters(SyncClient):
    """Client of Town library."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def shelves(self) -> Shelves:
        """What lies below `shelves`."""
        from .resources.shelves import Shelves

        return Shelves(self._api)


class AsyncPathAndQueryParameters(AsyncClient):
    """Client of Town library for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def shelves(self) -> AsyncShelves:
        """What lies below `shelves`."""
        from .resources.shelves import AsyncShelves

        return AsyncShelves(self._api)
