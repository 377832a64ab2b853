# Written by nemogen.

"""The clients: `BodiesOfItems` and `AsyncBodiesOfItems`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import lines as _lines_module
    from .resources import raw as _raw_module
    from .resources import records as _records_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _lines_module = LaterModule(f"{__package__}.resources.lines")
    _raw_module = LaterModule(f"{__package__}.resources.raw")
    _records_module = LaterModule(f"{__package__}.resources.records")

SETTINGS = Settings(
    package="bodies_of_items",
    version=__version__,
    base_url="https://depot.example.com",
    base_url_env="BODIES_OF_ITEMS_BASE_URL",
    auth=Auth(scheme="none"),
)


class BodiesOfItems(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def lines(self) -> _lines_module.Lines:
        """Calls /v1/lines."""
        return _lines_module.Lines(self._api)

    @cached_property
    def raw(self) -> _raw_module.Raw:
        """Calls /v1/raw."""
        return _raw_module.Raw(self._api)

    @cached_property
    def records(self) -> _records_module.Records:
        """Calls /v1/records."""
        return _records_module.Records(self._api)


class AsyncBodiesOfItems(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def lines(self) -> _lines_module.AsyncLines:
        """Calls /v1/lines."""
        return _lines_module.AsyncLines(self._api)

    @cached_property
    def raw(self) -> _raw_module.AsyncRaw:
        """Calls /v1/raw."""
        return _raw_module.AsyncRaw(self._api)

    @cached_property
    def records(self) -> _records_module.AsyncRecords:
        """Calls /v1/records."""
        return _records_module.AsyncRecords(self._api)
