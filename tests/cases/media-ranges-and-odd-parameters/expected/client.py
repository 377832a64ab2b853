# Written by nemogen.

"""The clients: `MediaRangesAndOddParameters` and `AsyncMediaRangesAndOddParameters`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import calls as _calls_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _calls_module = LaterModule(f"{__package__}.resources.calls")

SETTINGS = Settings(
    package="media_ranges_and_odd_parameters",
    version=__version__,
    base_url="https://calls.example",
    base_url_env="MEDIA_RANGES_AND_ODD_PARAMETERS_BASE_URL",
    auth=Auth(scheme="none"),
)


class MediaRangesAndOddParameters(SyncClient):
    """Client of Calls."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def calls(self) -> _calls_module.Calls:
        """Calls /calls."""
        return _calls_module.Calls(self._api)


class AsyncMediaRangesAndOddParameters(AsyncClient):
    """Client of Calls for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def calls(self) -> _calls_module.AsyncCalls:
        """Calls /calls."""
        return _calls_module.AsyncCalls(self._api)
