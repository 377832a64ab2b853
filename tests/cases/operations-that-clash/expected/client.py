# Written by nemogen.

"""The clients: `OperationsThatClash` and `AsyncOperationsThatClash`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import calls as _calls_module
    from .resources import v2 as _v2_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _calls_module = LaterModule(f"{__package__}.resources.calls")
    _v2_module = LaterModule(f"{__package__}.resources.v2")

SETTINGS = Settings(
    package="operations_that_clash",
    version=__version__,
    base_url="https://switch.example.com",
    base_url_env="OPERATIONS_THAT_CLASH_BASE_URL",
    auth=Auth(scheme="none"),
)


class OperationsThatClash(SyncClient):
    """Client of Switchboard."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def calls(self) -> _calls_module.Calls:
        """Calls /v1/calls and /v2/calls/."""
        return _calls_module.Calls(self._api)

    @cached_property
    def v2(self) -> _v2_module.V2:
        """Operations under `client.v2`."""
        return _v2_module.V2(self._api)


class AsyncOperationsThatClash(AsyncClient):
    """Client of Switchboard for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def calls(self) -> _calls_module.AsyncCalls:
        """Calls /v1/calls and /v2/calls/."""
        return _calls_module.AsyncCalls(self._api)

    @cached_property
    def v2(self) -> _v2_module.AsyncV2:
        """Operations under `client.v2`."""
        return _v2_module.AsyncV2(self._api)
