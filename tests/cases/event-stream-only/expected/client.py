# Written by nemogen.

"""The clients: `EventStreamOnly` and `AsyncEventStreamOnly`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.alerts import Alerts, AsyncAlerts
    from .resources.levels import AsyncLevels, Levels

SETTINGS = Settings(
    package="event_stream_only",
    version=__version__,
    base_url="https://river.example.org",
    base_url_env="EVENT_STREAM_ONLY_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class EventStreamOnly(SyncClient):
    """Client of River gauge."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def alerts(self) -> Alerts:
        """Calls /v1/alerts."""
        from .resources.alerts import Alerts

        return Alerts(self._api)

    @cached_property
    def levels(self) -> Levels:
        """Calls /v1/levels."""
        from .resources.levels import Levels

        return Levels(self._api)


class AsyncEventStreamOnly(AsyncClient):
    """Client of River gauge for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def alerts(self) -> AsyncAlerts:
        """Calls /v1/alerts."""
        from .resources.alerts import AsyncAlerts

        return AsyncAlerts(self._api)

    @cached_property
    def levels(self) -> AsyncLevels:
        """Calls /v1/levels."""
        from .resources.levels import AsyncLevels

        return AsyncLevels(self._api)
