# Written by nemogen.

"""The clients: `DefaultsOutsideTheirSchema` and `AsyncDefaultsOutsideTheirSchema`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import alarms as _alarms_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _alarms_module = LaterModule(f"{__package__}.resources.alarms")

SETTINGS = Settings(
    package="defaults_outside_their_schema",
    version=__version__,
    base_url="https://alarm.example.com",
    base_url_env="DEFAULTS_OUTSIDE_THEIR_SCHEMA_BASE_URL",
    auth=Auth(scheme="none"),
)


class DefaultsOutsideTheirSchema(SyncClient):
    """Client of Alarm clock."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def alarms(self) -> _alarms_module.Alarms:
        """Calls /v1/alarms."""
        return _alarms_module.Alarms(self._api)


class AsyncDefaultsOutsideTheirSchema(AsyncClient):
    """Client of Alarm clock for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def alarms(self) -> _alarms_module.AsyncAlarms:
        """Calls /v1/alarms."""
        return _alarms_module.AsyncAlarms(self._api)
