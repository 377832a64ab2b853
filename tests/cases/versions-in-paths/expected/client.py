# Written by nemogen.

"""The clients: `VersionsInPaths` and `AsyncVersionsInPaths`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import pages as _pages_module
    from .resources import users as _users_module
    from .resources import v2 as _v2_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _pages_module = LaterModule(f"{__package__}.resources.pages")
    _users_module = LaterModule(f"{__package__}.resources.users")
    _v2_module = LaterModule(f"{__package__}.resources.v2")

SETTINGS = Settings(
    package="versions_in_paths",
    version=__version__,
    base_url="",
    base_url_env="VERSIONS_IN_PATHS_BASE_URL",
    auth=Auth(scheme="none"),
)


class VersionsInPaths(SyncClient):
    """Client of T."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def pages(self) -> _pages_module.Pages:
        """Calls /pages/{page}.{format} and /pages/{page}t.{format}."""
        return _pages_module.Pages(self._api)

    @cached_property
    def users(self) -> _users_module.Users:
        """Calls /v1/users."""
        return _users_module.Users(self._api)

    @cached_property
    def v2(self) -> _v2_module.V2:
        """Operations under `client.v2`."""
        return _v2_module.V2(self._api)


class AsyncVersionsInPaths(AsyncClient):
    """Client of T for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def pages(self) -> _pages_module.AsyncPages:
        """Calls /pages/{page}.{format} and /pages/{page}t.{format}."""
        return _pages_module.AsyncPages(self._api)

    @cached_property
    def users(self) -> _users_module.AsyncUsers:
        """Calls /v1/users."""
        return _users_module.AsyncUsers(self._api)

    @cached_property
    def v2(self) -> _v2_module.AsyncV2:
        """Operations under `client.v2`."""
        return _v2_module.AsyncV2(self._api)
