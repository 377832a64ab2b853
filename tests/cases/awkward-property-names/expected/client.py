# Written by nemogen.

"""The clients: `AwkwardPropertyNames` and `AsyncAwkwardPropertyNames`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import entries as _entries_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _entries_module = LaterModule(f"{__package__}.resources.entries")

SETTINGS = Settings(
    package="awkward_property_names",
    version=__version__,
    base_url="https://garden.example.org",
    base_url_env="AWKWARD_PROPERTY_NAMES_BASE_URL",
    auth=Auth(scheme="none"),
)


class AwkwardPropertyNames(SyncClient):
    """Client of Garden log."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def entries(self) -> _entries_module.Entries:
        """Calls /v1/entries."""
        return _entries_module.Entries(self._api)


class AsyncAwkwardPropertyNames(AsyncClient):
    """Client of Garden log for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def entries(self) -> _entries_module.AsyncEntries:
        """Calls /v1/entries."""
        return _entries_module.AsyncEntries(self._api)
