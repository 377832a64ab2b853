# Written by nemogen.

"""The clients: `ItemsByPosition` and `AsyncItemsByPosition`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import points as _points_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _points_module = LaterModule(f"{__package__}.resources.points")

SETTINGS = Settings(
    package="items_by_position",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="ITEMS_BY_POSITION_BASE_URL",
    auth=Auth(scheme="none"),
)


class ItemsByPosition(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def points(self) -> _points_module.Points:
        """Calls /points."""
        return _points_module.Points(self._api)


class AsyncItemsByPosition(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def points(self) -> _points_module.AsyncPoints:
        """Calls /points."""
        return _points_module.AsyncPoints(self._api)
