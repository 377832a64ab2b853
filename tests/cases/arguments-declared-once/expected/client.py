# Written by nemogen.

"""The clients: `ArgumentsDeclaredOnce` and `AsyncArgumentsDeclaredOnce`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.plans import AsyncPlans, Plans
    from .resources.rooms import AsyncRooms, Rooms
    from .resources.sketches import AsyncSketches, Sketches

SETTINGS = Settings(
    package="arguments_declared_once",
    version=__version__,
    base_url="https://plans.example.com",
    base_url_env="ARGUMENTS_DECLARED_ONCE_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class ArgumentsDeclaredOnce(SyncClient):
    """Client of Arguments declared once."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def plans(self) -> Plans:
        """Calls /v1/plans."""
        from .resources.plans import Plans

        return Plans(self._api)

    @cached_property
    def rooms(self) -> Rooms:
        """Operations under `client.rooms`."""
        from .resources.rooms import Rooms

        return Rooms(self._api)

    @cached_property
    def sketches(self) -> Sketches:
        """Calls /v1/sketches."""
        from .resources.sketches import Sketches

        return Sketches(self._api)


class AsyncArgumentsDeclaredOnce(AsyncClient):
    """Client of Arguments declared once for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def plans(self) -> AsyncPlans:
        """Calls /v1/plans."""
        from .resources.plans import AsyncPlans

        return AsyncPlans(self._api)

    @cached_property
    def rooms(self) -> AsyncRooms:
        """Operations under `client.rooms`."""
        from .resources.rooms import AsyncRooms

        return AsyncRooms(self._api)

    @cached_property
    def sketches(self) -> AsyncSketches:
        """Calls /v1/sketches."""
        from .resources.sketches import AsyncSketches

        return AsyncSketches(self._api)
