# Written by nemogen.

"""The clients: `BrokenReferences` and `AsyncBrokenReferences`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import tides as _tides_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _tides_module = LaterModule(f"{__package__}.resources.tides")

SETTINGS = Settings(
    package="broken_references",
    version=__version__,
    base_url="https://tides.example.com",
    base_url_env="BROKEN_REFERENCES_BASE_URL",
    auth=Auth(scheme="none"),
)


class BrokenReferences(SyncClient):
    """Client of Tide tables."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def tides(self) -> _tides_module.Tides:
        """Calls /v1/tides."""
        return _tides_module.Tides(self._api)


class AsyncBrokenReferences(AsyncClient):
    """Client of Tide tables for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def tides(self) -> _tides_module.AsyncTides:
        """Calls /v1/tides."""
        return _tides_module.AsyncTides(self._api)
