# Written by nemogen.

"""The clients: `ArrayQueryStyles` and `AsyncArrayQueryStyles`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.readings import AsyncReadings, Readings

SETTINGS = Settings(
    package="array_query_styles",
    version=__version__,
    base_url="https://weather.example.com",
    base_url_env="ARRAY_QUERY_STYLES_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class ArrayQueryStyles(SyncClient):
    """Client of Weather stations."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def readings(self) -> Readings:
        """Calls /v2/readings/{stations}."""
        from .resources.readings import Readings

        return Readings(self._api)


class AsyncArrayQueryStyles(AsyncClient):
    """Client of Weather stations for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def readings(self) -> AsyncReadings:
        """Calls /v2/readings/{stations}."""
        from .resources.readings import AsyncReadings

        return AsyncReadings(self._api)
