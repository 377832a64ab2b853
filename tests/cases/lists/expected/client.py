# Written by nemogen.

"""The clients: `Lists` and `AsyncLists`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.books import AsyncBooks, Books

SETTINGS = Settings(
    package="lists",
    version=__version__,
    base_url="https://lists.example.com",
    base_url_env="LISTS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class Lists(SyncClient):
    """Client of Lists."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def books(self) -> Books:
        """Calls /v1/books."""
        from .resources.books import Books

        return Books(self._api)


class AsyncLists(AsyncClient):
    """Client of Lists for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def books(self) -> AsyncBooks:
        """Calls /v1/books."""
        from .resources.books import AsyncBooks

        return AsyncBooks(self._api)
