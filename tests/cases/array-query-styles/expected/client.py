# Written by nemogen.

"""The clients: `ArrayQueryStyles` and `AsyncArrayQueryStyles`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import readings as _readings_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _readings_module = LaterModule(f"{__package__}.resources.readings")

SETTINGS = Settings(
    package="array_query_styles",
    version=__version__,
    base_url="https://weather.example.com",
    base_url_env="ARRAY_QUERY_STYLES_BASE_URL",
    auth=Auth(scheme="none"),
)


class ArrayQueryStyles(SyncClient):
    """Client of Weather stations."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def readings(self) -> _readings_module.Readings:
        """Calls /v2/readings/{stations}."""
        return _readings_module.Readings(self._api)


class AsyncArrayQueryStyles(AsyncClient):
    """Client of Weather stations for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def readings(self) -> _readings_module.AsyncReadings:
        """Calls /v2/readings/{stations}."""
        return _readings_module.AsyncReadings(self._api)
