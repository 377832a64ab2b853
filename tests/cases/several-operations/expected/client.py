# Written by nemogen.

"""The clients: `SeveralOperations` and `AsyncSeveralOperations`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.api import ApiResource, AsyncApiResource
    from .resources.books import AsyncBooks, Books

SETTINGS = Settings(
    package="several_operations",
    version=__version__,
    base_url="https://books.example.com/api",
    base_url_env="SEVERAL_OPERATIONS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class SeveralOperations(SyncClient):
    """Client of Bookshop."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def api(self) -> ApiResource:
        """Calls /."""
        from .resources.api import ApiResource

        return ApiResource(self._api)

    @cached_property
    def books(self) -> Books:
        """Calls /v1/books and /v1/books/{book_id}."""
        from .resources.books import Books

        return Books(self._api)


class AsyncSeveralOperations(AsyncClient):
    """Client of Bookshop for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def api(self) -> AsyncApiResource:
        """Calls /."""
        from .resources.api import AsyncApiResource

        return AsyncApiResource(self._api)

    @cached_property
    def books(self) -> AsyncBooks:
        """Calls /v1/books and /v1/books/{book_id}."""
        from .resources.books import AsyncBooks

        return AsyncBooks(self._api)
