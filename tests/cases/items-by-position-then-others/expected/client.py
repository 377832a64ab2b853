# Written by nemogen.

"""The clients: `ItemsByPositionThenOthers` and `AsyncItemsByPositionThenOthers`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import rows as _rows_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _rows_module = LaterModule(f"{__package__}.resources.rows")

SETTINGS = Settings(
    package="items_by_position_then_others",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="ITEMS_BY_POSITION_THEN_OTHERS_BASE_URL",
    auth=Auth(scheme="none"),
)


class ItemsByPositionThenOthers(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def rows(self) -> _rows_module.Rows:
        """Calls /rows."""
        return _rows_module.Rows(self._api)


class AsyncItemsByPositionThenOthers(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def rows(self) -> _rows_module.AsyncRows:
        """Calls /rows."""
        return _rows_module.AsyncRows(self._api)
