# Written by nemogen.

"""The clients: `ValueFormats` and `AsyncValueFormats`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.entries import AsyncEntries, Entries
    from .resources.now import AsyncNowResource, NowResource

SETTINGS = Settings(
    package="value_formats",
    version=__version__,
    base_url="https://log.example.com",
    base_url_env="VALUE_FORMATS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
    text_formats=("byte", "decimal"),
)


class ValueFormats(SyncClient):
    """Client of Ship's log."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def entries(self) -> Entries:
        """Calls /v1/entries."""
        from .resources.entries import Entries

        return Entries(self._api)

    @cached_property
    def now(self) -> NowResource:
        """Calls /v1/now."""
        from .resources.now import NowResource

        return NowResource(self._api)


class AsyncValueFormats(AsyncClient):
    """Client of Ship's log for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def entries(self) -> AsyncEntries:
        """Calls /v1/entries."""
        from .resources.entries import AsyncEntries

        return AsyncEntries(self._api)

    @cached_property
    def now(self) -> AsyncNowResource:
        """Calls /v1/now."""
        from .resources.now import AsyncNowResource

        return AsyncNowResource(self._api)
