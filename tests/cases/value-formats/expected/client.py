# Written by nemogen.

"""The clients: `ValueFormats` and `AsyncValueFormats`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import entries as _entries_module
    from .resources import now as _now_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _entries_module = LaterModule(f"{__package__}.resources.entries")
    _now_module = LaterModule(f"{__package__}.resources.now")

SETTINGS = Settings(
    package="value_formats",
    version=__version__,
    base_url="https://log.example.com",
    base_url_env="VALUE_FORMATS_BASE_URL",
    auth=Auth(scheme="none"),
    text_formats=("byte", "decimal"),
)


class ValueFormats(SyncClient):
    """Client of Ship's log."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def entries(self) -> _entries_module.Entries:
        """Calls /v1/entries."""
        return _entries_module.Entries(self._api)

    @cached_property
    def now(self) -> _now_module.NowResource:
        """Calls /v1/now."""
        return _now_module.NowResource(self._api)


class AsyncValueFormats(AsyncClient):
    """Client of Ship's log for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def entries(self) -> _entries_module.AsyncEntries:
        """Calls /v1/entries."""
        return _entries_module.AsyncEntries(self._api)

    @cached_property
    def now(self) -> _now_module.AsyncNowResource:
        """Calls /v1/now."""
        return _now_module.AsyncNowResource(self._api)
