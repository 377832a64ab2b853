# Written by nemogen.

"""The clients: `DefaultResponses` and `AsyncDefaultResponses`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.counts import AsyncCounts, Counts

SETTINGS = Settings(
    package="default_responses",
    version=__version__,
    base_url="https://coins.example.com",
    base_url_env="DEFAULT_RESPONSES_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class DefaultResponses(SyncClient):
    """Client of Coin counter."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def counts(self) -> Counts:
        """Calls /v1/counts."""
        from .resources.counts import Counts

        return Counts(self._api)


class AsyncDefaultResponses(AsyncClient):
    """Client of Coin counter for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def counts(self) -> AsyncCounts:
        """Calls /v1/counts."""
        from .resources.counts import AsyncCounts

        return AsyncCounts(self._api)
