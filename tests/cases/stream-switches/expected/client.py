# Written by nemogen.

"""The clients: `StreamSwitches` and `AsyncStreamSwitches`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import feeds as _feeds_module
    from .resources import rivers as _rivers_module
    from .resources import rumours as _rumours_module
    from .resources import talks as _talks_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _feeds_module = LaterModule(f"{__package__}.resources.feeds")
    _rivers_module = LaterModule(f"{__package__}.resources.rivers")
    _rumours_module = LaterModule(f"{__package__}.resources.rumours")
    _talks_module = LaterModule(f"{__package__}.resources.talks")

SETTINGS = Settings(
    package="stream_switches",
    version=__version__,
    base_url="https://switches.example.com",
    base_url_env="STREAM_SWITCHES_BASE_URL",
    auth=Auth(scheme="none"),
)


class StreamSwitches(SyncClient):
    """Client of Stream switches."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def feeds(self) -> _feeds_module.Feeds:
        """Calls /v1/feeds."""
        return _feeds_module.Feeds(self._api)

    @cached_property
    def rivers(self) -> _rivers_module.Rivers:
        """Calls /v1/rivers."""
        return _rivers_module.Rivers(self._api)

    @cached_property
    def rumours(self) -> _rumours_module.Rumours:
        """Calls /v1/rumours."""
        return _rumours_module.Rumours(self._api)

    @cached_property
    def talks(self) -> _talks_module.Talks:
        """Calls /v1/talks."""
        return _talks_module.Talks(self._api)


class AsyncStreamSwitches(AsyncClient):
    """Client of Stream switches for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def feeds(self) -> _feeds_module.AsyncFeeds:
        """Calls /v1/feeds."""
        return _feeds_module.AsyncFeeds(self._api)

    @cached_property
    def rivers(self) -> _rivers_module.AsyncRivers:
        """Calls /v1/rivers."""
        return _rivers_module.AsyncRivers(self._api)

    @cached_property
    def rumours(self) -> _rumours_module.AsyncRumours:
        """Calls /v1/rumours."""
        return _rumours_module.AsyncRumours(self._api)

    @cached_property
    def talks(self) -> _talks_module.AsyncTalks:
        """Calls /v1/talks."""
        return _talks_module.AsyncTalks(self._api)
