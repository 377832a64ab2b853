# Written by nemogen.

"""The clients: `SeveralOperations` and `AsyncSeveralOperations`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import api as _api_module
    from .resources import books as _books_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _api_module = LaterModule(f"{__package__}.resources.api")
    _books_module = LaterModule(f"{__package__}.resources.books")

SETTINGS = Settings(
    package="several_operations",
    version=__version__,
    base_url="https://books.example.com/api",
    base_url_env="SEVERAL_OPERATIONS_BASE_URL",
    auth=Auth(scheme="none"),
)


class SeveralOperations(SyncClient):
    """Client of Bookshop."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def api(self) -> _api_module.ApiResource:
        """Calls /."""
        return _api_module.ApiResource(self._api)

    @cached_property
    def books(self) -> _books_module.Books:
        """Calls /v1/books and /v1/books/{book_id}."""
        return _books_module.Books(self._api)


class AsyncSeveralOperations(AsyncClient):
    """Client of Bookshop for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def api(self) -> _api_module.AsyncApiResource:
        """Calls /."""
        return _api_module.AsyncApiResource(self._api)

    @cached_property
    def books(self) -> _books_module.AsyncBooks:
        """Calls /v1/books and /v1/books/{book_id}."""
        return _books_module.AsyncBooks(self._api)
