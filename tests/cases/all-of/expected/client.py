# Written by nemogen.

"""The clients: `AllOf` and `AsyncAllOf`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.exhibits import AsyncExhibits, Exhibits

SETTINGS = Settings(
    package="all_of",
    version=__version__,
    base_url="https://museum.example.org",
    base_url_env="ALL_OF_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class AllOf(SyncClient):
    """Client of Museum."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def exhibits(self) -> Exhibits:
        """Calls /v1/exhibits."""
        from .resources.exhibits import Exhibits

        return Exhibits(self._api)


class AsyncAllOf(AsyncClient):
    """Client of Museum for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def exhibits(self) -> AsyncExhibits:
        """Calls /v1/exhibits."""
        from .resources.exhibits import AsyncExhibits

        return AsyncExhibits(self._api)
