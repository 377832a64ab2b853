# Written by nemogen.

"""The clients: `SecurityNone` and `AsyncSecurityNone`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import time as _time_module
    from .resources import zones as _zones_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _time_module = LaterModule(f"{__package__}.resources.time")
    _zones_module = LaterModule(f"{__package__}.resources.zones")

SETTINGS = Settings(
    package="security_none",
    version=__version__,
    base_url="https://clock.example.com",
    base_url_env="SECURITY_NONE_BASE_URL",
    auth=Auth(scheme="none"),
)


class SecurityNone(SyncClient):
    """Client of Public clock."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def time(self) -> _time_module.TimeResource:
        """Calls /v1/time."""
        return _time_module.TimeResource(self._api)

    @cached_property
    def zones(self) -> _zones_module.Zones:
        """Calls /v1/zones."""
        return _zones_module.Zones(self._api)


class AsyncSecurityNone(AsyncClient):
    """Client of Public clock for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def time(self) -> _time_module.AsyncTimeResource:
        """Calls /v1/time."""
        return _time_module.AsyncTimeResource(self._api)

    @cached_property
    def zones(self) -> _zones_module.AsyncZones:
        """Calls /v1/zones."""
        return _zones_module.AsyncZones(self._api)
