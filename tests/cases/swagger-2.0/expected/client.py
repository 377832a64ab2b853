# Written by nemogen.

"""The clients: `Swagger20` and `AsyncSwagger20`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.docks import AsyncDocks, Docks
    from .resources.manifests import AsyncManifests, Manifests

SETTINGS = Settings(
    package="swagger_2_0",
    version=__version__,
    base_url="https://ferries.example.com/v1",
    base_url_env="SWAGGER_2_0_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class Swagger20(SyncClient):
    """Client of Ferry desk."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def docks(self) -> Docks:
        """Operations under `client.docks`."""
        from .resources.docks import Docks

        return Docks(self._api)

    @cached_property
    def manifests(self) -> Manifests:
        """Calls /manifests."""
        from .resources.manifests import Manifests

        return Manifests(self._api)


class AsyncSwagger20(AsyncClient):
    """Client of Ferry desk for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def docks(self) -> AsyncDocks:
        """Operations under `client.docks`."""
        from .resources.docks import AsyncDocks

        return AsyncDocks(self._api)

    @cached_property
    def manifests(self) -> AsyncManifests:
        """Calls /manifests."""
        from .resources.manifests import AsyncManifests

        return AsyncManifests(self._api)
