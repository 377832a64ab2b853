# Written by nemogen.

"""The clients: `NamesOfSigns` and `AsyncNamesOfSigns`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.ops import AsyncOpsResource, OpsResource

SETTINGS = Settings(
    package="names_of_signs",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="NAMES_OF_SIGNS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class NamesOfSigns(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def ops(self) -> OpsResource:
        """Calls /ops."""
        from .resources.ops import OpsResource

        return OpsResource(self._api)


class AsyncNamesOfSigns(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def ops(self) -> AsyncOpsResource:
        """Calls /ops."""
        from .resources.ops import AsyncOpsResource

        return AsyncOpsResource(self._api)
