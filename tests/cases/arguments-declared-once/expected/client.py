# Written by nemogen.

"""The clients: `ArgumentsDeclaredOnce` and `AsyncArgumentsDeclaredOnce`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import plans as _plans_module
    from .resources import rooms as _rooms_module
    from .resources import sketches as _sketches_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _plans_module = LaterModule(f"{__package__}.resources.plans")
    _rooms_module = LaterModule(f"{__package__}.resources.rooms")
    _sketches_module = LaterModule(f"{__package__}.resources.sketches")

SETTINGS = Settings(
    package="arguments_declared_once",
    version=__version__,
    base_url="https://plans.example.com",
    base_url_env="ARGUMENTS_DECLARED_ONCE_BASE_URL",
    auth=Auth(scheme="none"),
)


class ArgumentsDeclaredOnce(SyncClient):
    """Client of Arguments declared once."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def plans(self) -> _plans_module.Plans:
        """Calls /v1/plans."""
        return _plans_module.Plans(self._api)

    @cached_property
    def rooms(self) -> _rooms_module.Rooms:
        """Operations under `client.rooms`."""
        return _rooms_module.Rooms(self._api)

    @cached_property
    def sketches(self) -> _sketches_module.Sketches:
        """Calls /v1/sketches."""
        return _sketches_module.Sketches(self._api)


class AsyncArgumentsDeclaredOnce(AsyncClient):
    """Client of Arguments declared once for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def plans(self) -> _plans_module.AsyncPlans:
        """Calls /v1/plans."""
        return _plans_module.AsyncPlans(self._api)

    @cached_property
    def rooms(self) -> _rooms_module.AsyncRooms:
        """Operations under `client.rooms`."""
        return _rooms_module.AsyncRooms(self._api)

    @cached_property
    def sketches(self) -> _sketches_module.AsyncSketches:
        """Calls /v1/sketches."""
        return _sketches_module.AsyncSketches(self._api)
