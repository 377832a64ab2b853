# Written by nemogen.

"""The clients: `TypeLists` and `AsyncTypeLists`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.departures import AsyncDepartures, Departures

SETTINGS = Settings(
    package="type_lists",
    version=__version__,
    base_url="https://bus.example.com",
    base_url_env="TYPE_LISTS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class TypeLists(SyncClient):
    """Client of Bus board."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def departures(self) -> Departures:
        """Calls /v1/departures."""
        from .resources.departures import Departures

        return Departures(self._api)


class AsyncTypeLists(AsyncClient):
    """Client of Bus board for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def departures(self) -> AsyncDepartures:
        """Calls /v1/departures."""
        from .resources.departures import AsyncDepartures

        return AsyncDepartures(self._api)
