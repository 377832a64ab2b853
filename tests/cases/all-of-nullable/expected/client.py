# Written by nemogen.

"""The clients: `AllOfNullable` and `AsyncAllOfNullable`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.wagons import AsyncWagons, Wagons

SETTINGS = Settings(
    package="all_of_nullable",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="ALL_OF_NULLABLE_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class AllOfNullable(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def wagons(self) -> Wagons:
        """Calls /wagons/{id}."""
        from .resources.wagons import Wagons

        return Wagons(self._api)


class AsyncAllOfNullable(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def wagons(self) -> AsyncWagons:
        """Calls /wagons/{id}."""
        from .resources.wagons import AsyncWagons

        return AsyncWagons(self._api)
