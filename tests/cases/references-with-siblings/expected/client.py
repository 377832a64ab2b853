# Written by nemogen.

"""The clients: `ReferencesWithSiblings` and `AsyncReferencesWithSiblings`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.zoo import AsyncZooResource, ZooResource

SETTINGS = Settings(
    package="references_with_siblings",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="REFERENCES_WITH_SIBLINGS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class ReferencesWithSiblings(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def zoo(self) -> ZooResource:
        """Calls /zoo."""
        from .resources.zoo import ZooResource

        return ZooResource(self._api)


class AsyncReferencesWithSiblings(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def zoo(self) -> AsyncZooResource:
        """Calls /zoo."""
        from .resources.zoo import AsyncZooResource

        return AsyncZooResource(self._api)
