# Written by nemogen.

"""The clients: `SequentialMediaTypes` and `AsyncSequentialMediaTypes`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.events import AsyncEvents, Events
    from .resources.lines import AsyncLines, Lines
    from .resources.records import AsyncRecords, Records
    from .resources.shocks import AsyncShocks, Shocks
    from .resources.words import AsyncWords, Words

SETTINGS = Settings(
    package="sequential_media_types",
    version=__version__,
    base_url="https://quake.example.com",
    base_url_env="SEQUENTIAL_MEDIA_TYPES_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class SequentialMediaTypes(SyncClient):
    """Client of Seismograph."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def events(self) -> Events:
        """Calls /v1/events."""
        from .resources.events import Events

        return Events(self._api)

    @cached_property
    def lines(self) -> Lines:
        """Calls /v1/lines."""
        from .resources.lines import Lines

        return Lines(self._api)

    @cached_property
    def records(self) -> Records:
        """Calls /v1/records."""
        from .resources.records import Records

        return Records(self._api)

    @cached_property
    def shocks(self) -> Shocks:
        """Calls /v1/shocks."""
        from .resources.shocks import Shocks

        return Shocks(self._api)

    @cached_property
    def words(self) -> Words:
        """Calls /v1/words."""
        from .resources.words import Words

        return Words(self._api)


class AsyncSequentialMediaTypes(AsyncClient):
    """Client of Seismograph for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def events(self) -> AsyncEvents:
        """Calls /v1/events."""
        from .resources.events import AsyncEvents

        return AsyncEvents(self._api)

    @cached_property
    def lines(self) -> AsyncLines:
        """Calls /v1/lines."""
        from .resources.lines import AsyncLines

        return AsyncLines(self._api)

    @cached_property
    def records(self) -> AsyncRecords:
        """Calls /v1/records."""
        from .resources.records import AsyncRecords

        return AsyncRecords(self._api)

    @cached_property
    def shocks(self) -> AsyncShocks:
        """Calls /v1/shocks."""
        from .resources.shocks import AsyncShocks

        return AsyncShocks(self._api)

    @cached_property
    def words(self) -> AsyncWords:
        """Calls /v1/words."""
        from .resources.words import AsyncWords

        return AsyncWords(self._api)
