# Written by nemogen.

"""The clients: `TypeLists` and `AsyncTypeLists`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import departures as _departures_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _departures_module = LaterModule(f"{__package__}.resources.departures")

SETTINGS = Settings(
    package="type_lists",
    version=__version__,
    base_url="https://bus.example.com",
    base_url_env="TYPE_LISTS_BASE_URL",
    auth=Auth(scheme="none"),
)


class TypeLists(SyncClient):
    """Client of Bus board."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def departures(self) -> _departures_module.Departures:
        """Calls /v1/departures."""
        return _departures_module.Departures(self._api)


class AsyncTypeLists(AsyncClient):
    """Client of Bus board for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def departures(self) -> _departures_module.AsyncDepartures:
        """Calls /v1/departures."""
        return _departures_module.AsyncDepartures(self._api)
