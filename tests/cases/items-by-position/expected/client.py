# Written by nemogen.

"""The clients: `ItemsByPosition` and `AsyncItemsByPosition`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.points import AsyncPoints, Points

SETTINGS = Settings(
    package="items_by_position",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="ITEMS_BY_POSITION_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class ItemsByPosition(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def points(self) -> Points:
        """Calls /points."""
        from .resources.points import Points

        return Points(self._api)


class AsyncItemsByPosition(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def points(self) -> AsyncPoints:
        """Calls /points."""
        from .resources.points import AsyncPoints

        return AsyncPoints(self._api)
