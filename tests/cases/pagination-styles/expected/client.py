# Written by nemogen.

"""The clients: `PaginationStyles` and `AsyncPaginationStyles`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.crew import AsyncCrewResource, CrewResource
    from .resources.flags import AsyncFlags, Flags
    from .resources.fleets import AsyncFleets, Fleets
    from .resources.logs import AsyncLogs, Logs
    from .resources.ports import AsyncPorts, Ports
    from .resources.ships import AsyncShips, Ships
    from .resources.voyages import AsyncVoyages, Voyages

SETTINGS = Settings(
    package="pagination_styles",
    version=__version__,
    base_url="https://api.example.com/v1",
    base_url_env="PAGINATION_STYLES_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class PaginationStyles(SyncClient):
    """Client of Fleet."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def crew(self) -> CrewResource:
        """Calls /crew."""
        from .resources.crew import CrewResource

        return CrewResource(self._api)

    @cached_property
    def flags(self) -> Flags:
        """Calls /flags."""
        from .resources.flags import Flags

        return Flags(self._api)

    @cached_property
    def fleets(self) -> Fleets:
        """Operations under `client.fleets`."""
        from .resources.fleets import Fleets

        return Fleets(self._api)

    @cached_property
    def logs(self) -> Logs:
        """Calls /logs."""
        from .resources.logs import Logs

        return Logs(self._api)

    @cached_property
    def ports(self) -> Ports:
        """Calls /ports."""
        from .resources.ports import Ports

        return Ports(self._api)

    @cached_property
    def ships(self) -> Ships:
        """Calls /ships and /ships/search."""
        from .resources.ships import Ships

        return Ships(self._api)

    @cached_property
    def voyages(self) -> Voyages:
        """Calls /voyages."""
        from .resources.voyages import Voyages

        return Voyages(self._api)


class AsyncPaginationStyles(AsyncClient):
    """Client of Fleet for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def crew(self) -> AsyncCrewResource:
        """Calls /crew."""
        from .resources.crew import AsyncCrewResource

        return AsyncCrewResource(self._api)

    @cached_property
    def flags(self) -> AsyncFlags:
        """Calls /flags."""
        from .resources.flags import AsyncFlags

        return AsyncFlags(self._api)

    @cached_property
    def fleets(self) -> AsyncFleets:
        """Operations under `client.fleets`."""
        from .resources.fleets import AsyncFleets

        return AsyncFleets(self._api)

    @cached_property
    def logs(self) -> AsyncLogs:
        """Calls /logs."""
        from .resources.logs import AsyncLogs

        return AsyncLogs(self._api)

    @cached_property
    def ports(self) -> AsyncPorts:
        """Calls /ports."""
        from .resources.ports import AsyncPorts

        return AsyncPorts(self._api)

    @cached_property
    def ships(self) -> AsyncShips:
        """Calls /ships and /ships/search."""
        from .resources.ships import AsyncShips

        return AsyncShips(self._api)

    @cached_property
    def voyages(self) -> AsyncVoyages:
        """Calls /voyages."""
        from .resources.voyages import AsyncVoyages

        return AsyncVoyages(self._api)
