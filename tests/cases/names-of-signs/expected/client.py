# Written by nemogen.

"""The clients: `NamesOfSigns` and `AsyncNamesOfSigns`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import ops as _ops_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _ops_module = LaterModule(f"{__package__}.resources.ops")

SETTINGS = Settings(
    package="names_of_signs",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="NAMES_OF_SIGNS_BASE_URL",
    auth=Auth(scheme="none"),
)


class NamesOfSigns(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def ops(self) -> _ops_module.OpsResource:
        """Calls /ops."""
        return _ops_module.OpsResource(self._api)


class AsyncNamesOfSigns(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def ops(self) -> _ops_module.AsyncOpsResource:
        """Calls /ops."""
        return _ops_module.AsyncOpsResource(self._api)
