# Written by nemogen.

"""The clients: `Swagger20` and `AsyncSwagger20`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import docks as _docks_module
    from .resources import manifests as _manifests_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _docks_module = LaterModule(f"{__package__}.resources.docks")
    _manifests_module = LaterModule(f"{__package__}.resources.manifests")

SETTINGS = Settings(
    package="swagger_2_0",
    version=__version__,
    base_url="https://ferries.example.com/v1",
    base_url_env="SWAGGER_2_0_BASE_URL",
    auth=Auth(scheme="none"),
)


class Swagger20(SyncClient):
    """Client of Ferry desk."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def docks(self) -> _docks_module.Docks:
        """Operations under `client.docks`."""
        return _docks_module.Docks(self._api)

    @cached_property
    def manifests(self) -> _manifests_module.Manifests:
        """Calls /manifests."""
        return _manifests_module.Manifests(self._api)


class AsyncSwagger20(AsyncClient):
    """Client of Ferry desk for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def docks(self) -> _docks_module.AsyncDocks:
        """Operations under `client.docks`."""
        return _docks_module.AsyncDocks(self._api)

    @cached_property
    def manifests(self) -> _manifests_module.AsyncManifests:
        """Calls /manifests."""
        return _manifests_module.AsyncManifests(self._api)
