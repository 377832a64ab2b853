# Written by nemogen.

"""The clients: `ReadOnlyAndWriteOnly` and `AsyncReadOnlyAndWriteOnly`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import fleets as _fleets_module
    from .resources import planets as _planets_module
    from .resources import probes as _probes_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _fleets_module = LaterModule(f"{__package__}.resources.fleets")
    _planets_module = LaterModule(f"{__package__}.resources.planets")
    _probes_module = LaterModule(f"{__package__}.resources.probes")

SETTINGS = Settings(
    package="read_only_and_write_only",
    version=__version__,
    base_url="https://planets.example",
    base_url_env="READ_ONLY_AND_WRITE_ONLY_BASE_URL",
    auth=Auth(scheme="none"),
    returned={"Freighter": ()},
)


class ReadOnlyAndWriteOnly(SyncClient):
    """Client of Planets."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def fleets(self) -> _fleets_module.Fleets:
        """Calls /fleets."""
        return _fleets_module.Fleets(self._api)

    @cached_property
    def planets(self) -> _planets_module.Planets:
        """Calls /planets."""
        return _planets_module.Planets(self._api)

    @cached_property
    def probes(self) -> _probes_module.Probes:
        """Calls /probes."""
        return _probes_module.Probes(self._api)


class AsyncReadOnlyAndWriteOnly(AsyncClient):
    """Client of Planets for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def fleets(self) -> _fleets_module.AsyncFleets:
        """Calls /fleets."""
        return _fleets_module.AsyncFleets(self._api)

    @cached_property
    def planets(self) -> _planets_module.AsyncPlanets:
        """Calls /planets."""
        return _planets_module.AsyncPlanets(self._api)

    @cached_property
    def probes(self) -> _probes_module.AsyncProbes:
        """Calls /probes."""
        return _probes_module.AsyncProbes(self._api)
