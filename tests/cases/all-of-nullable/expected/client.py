# Written by nemogen.

"""The clients: `AllOfNullable` and `AsyncAllOfNullable`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import wagons as _wagons_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _wagons_module = LaterModule(f"{__package__}.resources.wagons")

SETTINGS = Settings(
    package="all_of_nullable",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="ALL_OF_NULLABLE_BASE_URL",
    auth=Auth(scheme="none"),
)


class AllOfNullable(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def wagons(self) -> _wagons_module.Wagons:
        """Calls /wagons/{id}."""
        return _wagons_module.Wagons(self._api)


class AsyncAllOfNullable(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def wagons(self) -> _wagons_module.AsyncWagons:
        """Calls /wagons/{id}."""
        return _wagons_module.AsyncWagons(self._api)
