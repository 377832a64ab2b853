# Written by nemogen.

"""The clients: `SequentialMediaTypes` and `AsyncSequentialMediaTypes`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import events as _events_module
    from .resources import lines as _lines_module
    from .resources import records as _records_module
    from .resources import shocks as _shocks_module
    from .resources import words as _words_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _events_module = LaterModule(f"{__package__}.resources.events")
    _lines_module = LaterModule(f"{__package__}.resources.lines")
    _records_module = LaterModule(f"{__package__}.resources.records")
    _shocks_module = LaterModule(f"{__package__}.resources.shocks")
    _words_module = LaterModule(f"{__package__}.resources.words")

SETTINGS = Settings(
    package="sequential_media_types",
    version=__version__,
    base_url="https://quake.example.com",
    base_url_env="SEQUENTIAL_MEDIA_TYPES_BASE_URL",
    auth=Auth(scheme="none"),
)


class SequentialMediaTypes(SyncClient):
    """Client of Seismograph."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def events(self) -> _events_module.Events:
        """Calls /v1/events."""
        return _events_module.Events(self._api)

    @cached_property
    def lines(self) -> _lines_module.Lines:
        """Calls /v1/lines."""
        return _lines_module.Lines(self._api)

    @cached_property
    def records(self) -> _records_module.Records:
        """Calls /v1/records."""
        return _records_module.Records(self._api)

    @cached_property
    def shocks(self) -> _shocks_module.Shocks:
        """Calls /v1/shocks."""
        return _shocks_module.Shocks(self._api)

    @cached_property
    def words(self) -> _words_module.Words:
        """Calls /v1/words."""
        return _words_module.Words(self._api)


class AsyncSequentialMediaTypes(AsyncClient):
    """Client of Seismograph for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def events(self) -> _events_module.AsyncEvents:
        """Calls /v1/events."""
        return _events_module.AsyncEvents(self._api)

    @cached_property
    def lines(self) -> _lines_module.AsyncLines:
        """Calls /v1/lines."""
        return _lines_module.AsyncLines(self._api)

    @cached_property
    def records(self) -> _records_module.AsyncRecords:
        """Calls /v1/records."""
        return _records_module.AsyncRecords(self._api)

    @cached_property
    def shocks(self) -> _shocks_module.AsyncShocks:
        """Calls /v1/shocks."""
        return _shocks_module.AsyncShocks(self._api)

    @cached_property
    def words(self) -> _words_module.AsyncWords:
        """Calls /v1/words."""
        return _words_module.AsyncWords(self._api)
