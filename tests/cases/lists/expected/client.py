# Written by nemogen.

"""The clients: `Lists` and `AsyncLists`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import books as _books_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _books_module = LaterModule(f"{__package__}.resources.books")

SETTINGS = Settings(
    package="lists",
    version=__version__,
    base_url="https://lists.example.com",
    base_url_env="LISTS_BASE_URL",
    auth=Auth(scheme="none"),
)


class Lists(SyncClient):
    """Client of Lists."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def books(self) -> _books_module.Books:
        """Calls /v1/books."""
        return _books_module.Books(self._api)


class AsyncLists(AsyncClient):
    """Client of Lists for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def books(self) -> _books_module.AsyncBooks:
        """Calls /v1/books."""
        return _books_module.AsyncBooks(self._api)
