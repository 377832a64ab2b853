# Written by nemogen.

"""The clients: `EnumsOfNumbersAndBooleans` and `AsyncEnumsOfNumbersAndBooleans`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import rides as _rides_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _rides_module = LaterModule(f"{__package__}.resources.rides")

SETTINGS = Settings(
    package="enums_of_numbers_and_booleans",
    version=__version__,
    base_url="https://lift.example.com",
    base_url_env="ENUMS_OF_NUMBERS_AND_BOOLEANS_BASE_URL",
    auth=Auth(scheme="none"),
)


class EnumsOfNumbersAndBooleans(SyncClient):
    """Client of Lift control."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def rides(self) -> _rides_module.Rides:
        """Calls /v1/rides."""
        return _rides_module.Rides(self._api)


class AsyncEnumsOfNumbersAndBooleans(AsyncClient):
    """Client of Lift control for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def rides(self) -> _rides_module.AsyncRides:
        """Calls /v1/rides."""
        return _rides_module.AsyncRides(self._api)
