# Written by nemogen.

"""The clients: `BodiesOfItems` and `AsyncBodiesOfItems`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.lines import AsyncLines, Lines
    from .resources.raw import AsyncRaw, Raw
    from .resources.records import AsyncRecords, Records

SETTINGS = Settings(
    package="bodies_of_items",
    version=__version__,
    base_url="https://depot.example.com",
    base_url_env="BODIES_OF_ITEMS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class BodiesOfItems(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def lines(self) -> Lines:
        """Calls /v1/lines."""
        from .resources.lines import Lines

        return Lines(self._api)

    @cached_property
    def raw(self) -> Raw:
        """Calls /v1/raw."""
        from .resources.raw import Raw

        return Raw(self._api)

    @cached_property
    def records(self) -> Records:
        """Calls /v1/records."""
        from .resources.records import Records

        return Records(self._api)


class AsyncBodiesOfItems(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def lines(self) -> AsyncLines:
        """Calls /v1/lines."""
        from .resources.lines import AsyncLines

        return AsyncLines(self._api)

    @cached_property
    def raw(self) -> AsyncRaw:
        """Calls /v1/raw."""
        from .resources.raw import AsyncRaw

        return AsyncRaw(self._api)

    @cached_property
    def records(self) -> AsyncRecords:
        """Calls /v1/records."""
        from .resources.records import AsyncRecords

        return AsyncRecords(self._api)
