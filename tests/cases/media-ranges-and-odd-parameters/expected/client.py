# Written by nemogen.

"""The clients: `MediaRangesAndOddParameters` and `AsyncMediaRangesAndOddParameters`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.calls import AsyncCalls, Calls

SETTINGS = Settings(
    package="media_ranges_and_odd_parameters",
    version=__version__,
    base_url="https://calls.example",
    base_url_env="MEDIA_RANGES_AND_ODD_PARAMETERS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class MediaRangesAndOddParameters(SyncClient):
    """Client of Calls."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def calls(self) -> Calls:
        """Calls /calls."""
        from .resources.calls import Calls

        return Calls(self._api)


class AsyncMediaRangesAndOddParameters(AsyncClient):
    """Client of Calls for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def calls(self) -> AsyncCalls:
        """Calls /calls."""
        from .resources.calls import AsyncCalls

        return AsyncCalls(self._api)
