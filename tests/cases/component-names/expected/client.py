# Written by nemogen.

"""The clients: `ComponentNames` and `AsyncComponentNames`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import ships as _ships_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _ships_module = LaterModule(f"{__package__}.resources.ships")

SETTINGS = Settings(
    package="component_names",
    version=__version__,
    base_url="https://harbour.example.com",
    base_url_env="COMPONENT_NAMES_BASE_URL",
    auth=Auth(scheme="none"),
)


class ComponentNames(SyncClient):
    """Client of Harbour office."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def ships(self) -> _ships_module.Ships:
        """Calls /v1/ships."""
        return _ships_module.Ships(self._api)


class AsyncComponentNames(AsyncClient):
    """Client of Harbour office for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def ships(self) -> _ships_module.AsyncShips:
        """Calls /v1/ships."""
        return _ships_module.AsyncShips(self._api)
