# Written by nemogen.

"""The clients: `ConstantsAsOneOf` and `AsyncConstantsAsOneOf`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import lamps as _lamps_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _lamps_module = LaterModule(f"{__package__}.resources.lamps")

SETTINGS = Settings(
    package="constants_as_one_of",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="CONSTANTS_AS_ONE_OF_BASE_URL",
    auth=Auth(scheme="none"),
)


class ConstantsAsOneOf(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def lamps(self) -> _lamps_module.Lamps:
        """Calls /lamps/{id}."""
        return _lamps_module.Lamps(self._api)


class AsyncConstantsAsOneOf(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def lamps(self) -> _lamps_module.AsyncLamps:
        """Calls /lamps/{id}."""
        return _lamps_module.AsyncLamps(self._api)
