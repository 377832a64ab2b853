# Written by nemogen.

"""The clients: `DefaultResponses` and `AsyncDefaultResponses`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import counts as _counts_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _counts_module = LaterModule(f"{__package__}.resources.counts")

SETTINGS = Settings(
    package="default_responses",
    version=__version__,
    base_url="https://coins.example.com",
    base_url_env="DEFAULT_RESPONSES_BASE_URL",
    auth=Auth(scheme="none"),
)


class DefaultResponses(SyncClient):
    """Client of Coin counter."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def counts(self) -> _counts_module.Counts:
        """Calls /v1/counts."""
        return _counts_module.Counts(self._api)


class AsyncDefaultResponses(AsyncClient):
    """Client of Coin counter for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def counts(self) -> _counts_module.AsyncCounts:
        """Calls /v1/counts."""
        return _counts_module.AsyncCounts(self._api)
