# Written by nemogen.

"""The clients: `NullableSpellings` and `AsyncNullableSpellings`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import items as _items_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _items_module = LaterModule(f"{__package__}.resources.items")

SETTINGS = Settings(
    package="nullable_spellings",
    version=__version__,
    base_url="https://lost.example.com",
    base_url_env="NULLABLE_SPELLINGS_BASE_URL",
    auth=Auth(scheme="none"),
)


class NullableSpellings(SyncClient):
    """Client of Lost property."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def items(self) -> _items_module.Items:
        """Calls /v1/items."""
        return _items_module.Items(self._api)


class AsyncNullableSpellings(AsyncClient):
    """Client of Lost property for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def items(self) -> _items_module.AsyncItems:
        """Calls /v1/items."""
        return _items_module.AsyncItems(self._api)
