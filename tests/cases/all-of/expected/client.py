# Written by nemogen.

"""The clients: `AllOf` and `AsyncAllOf`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import exhibits as _exhibits_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _exhibits_module = LaterModule(f"{__package__}.resources.exhibits")

SETTINGS = Settings(
    package="all_of",
    version=__version__,
    base_url="https://museum.example.org",
    base_url_env="ALL_OF_BASE_URL",
    auth=Auth(scheme="none"),
)


class AllOf(SyncClient):
    """Client of Museum."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def exhibits(self) -> _exhibits_module.Exhibits:
        """Calls /v1/exhibits."""
        return _exhibits_module.Exhibits(self._api)


class AsyncAllOf(AsyncClient):
    """Client of Museum for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def exhibits(self) -> _exhibits_module.AsyncExhibits:
        """Calls /v1/exhibits."""
        return _exhibits_module.AsyncExhibits(self._api)
