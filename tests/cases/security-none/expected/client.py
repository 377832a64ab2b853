# Written by nemogen.

"""The clients: `SecurityNone` and `AsyncSecurityNone`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.time import AsyncTimeResource, TimeResource
    from .resources.zones import AsyncZones, Zones

SETTINGS = Settings(
    package="security_none",
    version=__version__,
    base_url="https://clock.example.com",
    base_url_env="SECURITY_NONE_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class SecurityNone(SyncClient):
    """Client of Public clock."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def time(self) -> TimeResource:
        """Calls /v1/time."""
        from .resources.time import TimeResource

        return TimeResource(self._api)

    @cached_property
    def zones(self) -> Zones:
        """Calls /v1/zones."""
        from .resources.zones import Zones

        return Zones(self._api)


class AsyncSecurityNone(AsyncClient):
    """Client of Public clock for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def time(self) -> AsyncTimeResource:
        """Calls /v1/time."""
        from .resources.time import AsyncTimeResource

        return AsyncTimeResource(self._api)

    @cached_property
    def zones(self) -> AsyncZones:
        """Calls /v1/zones."""
        from .resources.zones import AsyncZones

        return AsyncZones(self._api)
