# Written by nemogen.

"""The clients: `PaginationStyles` and `AsyncPaginationStyles`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import crew as _crew_module
    from .resources import flags as _flags_module
    from .resources import fleets as _fleets_module
    from .resources import logs as _logs_module
    from .resources import ports as _ports_module
    from .resources import ships as _ships_module
    from .resources import voyages as _voyages_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _crew_module = LaterModule(f"{__package__}.resources.crew")
    _flags_module = LaterModule(f"{__package__}.resources.flags")
    _fleets_module = LaterModule(f"{__package__}.resources.fleets")
    _logs_module = LaterModule(f"{__package__}.resources.logs")
    _ports_module = LaterModule(f"{__package__}.resources.ports")
    _ships_module = LaterModule(f"{__package__}.resources.ships")
    _voyages_module = LaterModule(f"{__package__}.resources.voyages")

SETTINGS = Settings(
    package="pagination_styles",
    version=__version__,
    base_url="https://api.example.com/v1",
    base_url_env="PAGINATION_STYLES_BASE_URL",
    auth=Auth(scheme="none"),
)


class PaginationStyles(SyncClient):
    """Client of Fleet."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def crew(self) -> _crew_module.CrewResource:
        """Calls /crew."""
        return _crew_module.CrewResource(self._api)

    @cached_property
    def flags(self) -> _flags_module.Flags:
        """Calls /flags."""
        return _flags_module.Flags(self._api)

    @cached_property
    def fleets(self) -> _fleets_module.Fleets:
        """Operations under `client.fleets`."""
        return _fleets_module.Fleets(self._api)

    @cached_property
    def logs(self) -> _logs_module.Logs:
        """Calls /logs."""
        return _logs_module.Logs(self._api)

    @cached_property
    def ports(self) -> _ports_module.Ports:
        """Calls /ports."""
        return _ports_module.Ports(self._api)

    @cached_property
    def ships(self) -> _ships_module.Ships:
        """Calls /ships and /ships/search."""
        return _ships_module.Ships(self._api)

    @cached_property
    def voyages(self) -> _voyages_module.Voyages:
        """Calls /voyages."""
        return _voyages_module.Voyages(self._api)


class AsyncPaginationStyles(AsyncClient):
    """Client of Fleet for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def crew(self) -> _crew_module.AsyncCrewResource:
        """Calls /crew."""
        return _crew_module.AsyncCrewResource(self._api)

    @cached_property
    def flags(self) -> _flags_module.AsyncFlags:
        """Calls /flags."""
        return _flags_module.AsyncFlags(self._api)

    @cached_property
    def fleets(self) -> _fleets_module.AsyncFleets:
        """Operations under `client.fleets`."""
        return _fleets_module.AsyncFleets(self._api)

    @cached_property
    def logs(self) -> _logs_module.AsyncLogs:
        """Calls /logs."""
        return _logs_module.AsyncLogs(self._api)

    @cached_property
    def ports(self) -> _ports_module.AsyncPorts:
        """Calls /ports."""
        return _ports_module.AsyncPorts(self._api)

    @cached_property
    def ships(self) -> _ships_module.AsyncShips:
        """Calls /ships and /ships/search."""
        return _ships_module.AsyncShips(self._api)

    @cached_property
    def voyages(self) -> _voyages_module.AsyncVoyages:
        """Calls /voyages."""
        return _voyages_module.AsyncVoyages(self._api)
