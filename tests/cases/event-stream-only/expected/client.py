# Written by nemogen.

"""The clients: `EventStreamOnly` and `AsyncEventStreamOnly`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import alerts as _alerts_module
    from .resources import levels as _levels_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _alerts_module = LaterModule(f"{__package__}.resources.alerts")
    _levels_module = LaterModule(f"{__package__}.resources.levels")

SETTINGS = Settings(
    package="event_stream_only",
    version=__version__,
    base_url="https://river.example.org",
    base_url_env="EVENT_STREAM_ONLY_BASE_URL",
    auth=Auth(scheme="none"),
)


class EventStreamOnly(SyncClient):
    """Client of River gauge."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def alerts(self) -> _alerts_module.Alerts:
        """Calls /v1/alerts."""
        return _alerts_module.Alerts(self._api)

    @cached_property
    def levels(self) -> _levels_module.Levels:
        """Calls /v1/levels."""
        return _levels_module.Levels(self._api)


class AsyncEventStreamOnly(AsyncClient):
    """Client of River gauge for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def alerts(self) -> _alerts_module.AsyncAlerts:
        """Calls /v1/alerts."""
        return _alerts_module.AsyncAlerts(self._api)

    @cached_property
    def levels(self) -> _levels_module.AsyncLevels:
        """Calls /v1/levels."""
        return _levels_module.AsyncLevels(self._api)
