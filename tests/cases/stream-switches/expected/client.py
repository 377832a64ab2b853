# Written by nemogen.

"""The clients: `StreamSwitches` and `AsyncStreamSwitches`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.feeds import AsyncFeeds, Feeds
    from .resources.rivers import AsyncRivers, Rivers
    from .resources.rumours import AsyncRumours, Rumours
    from .resources.talks import AsyncTalks, Talks

SETTINGS = Settings(
    package="stream_switches",
    version=__version__,
    base_url="https://switches.example.com",
    base_url_env="STREAM_SWITCHES_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class StreamSwitches(SyncClient):
    """Client of Stream switches."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def feeds(self) -> Feeds:
        """Calls /v1/feeds."""
        from .resources.feeds import Feeds

        return Feeds(self._api)

    @cached_property
    def rivers(self) -> Rivers:
        """Calls /v1/rivers."""
        from .resources.rivers import Rivers

        return Rivers(self._api)

    @cached_property
    def rumours(self) -> Rumours:
        """Calls /v1/rumours."""
        from .resources.rumours import Rumours

        return Rumours(self._api)

    @cached_property
    def talks(self) -> Talks:
        """Calls /v1/talks."""
        from .resources.talks import Talks

        return Talks(self._api)


class AsyncStreamSwitches(AsyncClient):
    """Client of Stream switches for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def feeds(self) -> AsyncFeeds:
        """Calls /v1/feeds."""
        from .resources.feeds import AsyncFeeds

        return AsyncFeeds(self._api)

    @cached_property
    def rivers(self) -> AsyncRivers:
        """Calls /v1/rivers."""
        from .resources.rivers import AsyncRivers

        return AsyncRivers(self._api)

    @cached_property
    def rumours(self) -> AsyncRumours:
        """Calls /v1/rumours."""
        from .resources.rumours import AsyncRumours

        return AsyncRumours(self._api)

    @cached_property
    def talks(self) -> AsyncTalks:
        """Calls /v1/talks."""
        from .resources.talks import AsyncTalks

        return AsyncTalks(self._api)
