# Written by nemogen.

"""The clients: `ReadOnlyAndWriteOnly` and `AsyncReadOnlyAndWriteOnly`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.fleets import AsyncFleets, Fleets
    from .resources.planets import AsyncPlanets, Planets
    from .resources.probes import AsyncProbes, Probes

SETTINGS = Settings(
    package="read_only_and_write_only",
    version=__version__,
    base_url="https://planets.example",
    base_url_env="READ_ONLY_AND_WRITE_ONLY_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
    returned={"Freighter": ()},
)


class ReadOnlyAndWriteOnly(SyncClient):
    """Client of Planets."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def fleets(self) -> Fleets:
        """Calls /fleets."""
        from .resources.fleets import Fleets

        return Fleets(self._api)

    @cached_property
    def planets(self) -> Planets:
        """Calls /planets."""
        from .resources.planets import Planets

        return Planets(self._api)

    @cached_property
    def probes(self) -> Probes:
        """Calls /probes."""
        from .resources.probes import Probes

        return Probes(self._api)


class AsyncReadOnlyAndWriteOnly(AsyncClient):
    """Client of Planets for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def fleets(self) -> AsyncFleets:
        """Calls /fleets."""
        from .resources.fleets import AsyncFleets

        return AsyncFleets(self._api)

    @cached_property
    def planets(self) -> AsyncPlanets:
        """Calls /planets."""
        from .resources.planets import AsyncPlanets

        return AsyncPlanets(self._api)

    @cached_property
    def probes(self) -> AsyncProbes:
        """Calls /probes."""
        from .resources.probes import AsyncProbes

        return AsyncProbes(self._api)
