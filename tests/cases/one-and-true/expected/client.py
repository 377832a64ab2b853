# Written by nemogen.

"""The clients: `OneAndTrue` and `AsyncOneAndTrue`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import dial as _dial_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _dial_module = LaterModule(f"{__package__}.resources.dial")

SETTINGS = Settings(
    package="one_and_true",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="ONE_AND_TRUE_BASE_URL",
    auth=Auth(scheme="none"),
)


class OneAndTrue(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def dial(self) -> _dial_module.Dial:
        """Calls /dial."""
        return _dial_module.Dial(self._api)


class AsyncOneAndTrue(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def dial(self) -> _dial_module.AsyncDial:
        """Calls /dial."""
        return _dial_module.AsyncDial(self._api)
