# Written by nemogen.

"""The clients: `VersionsInPaths` and `AsyncVersionsInPaths`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.pages import AsyncPages, Pages
    from .resources.users import AsyncUsers, Users
    from .resources.v2 import V2, AsyncV2

SETTINGS = Settings(
    package="versions_in_paths",
    version=__version__,
    base_url="",
    base_url_env="VERSIONS_IN_PATHS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class VersionsInPaths(SyncClient):
    """Client of T."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def pages(self) -> Pages:
        """Calls /pages/{page}.{format} and /pages/{page}t.{format}."""
        from .resources.pages import Pages

        return Pages(self._api)

    @cached_property
    def users(self) -> Users:
        """Calls /v1/users."""
        from .resources.users import Users

        return Users(self._api)

    @cached_property
    def v2(self) -> V2:
        """Operations under `client.v2`."""
        from .resources.v2 import V2

        return V2(self._api)


class AsyncVersionsInPaths(AsyncClient):
    """Client of T for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def pages(self) -> AsyncPages:
        """Calls /pages/{page}.{format} and /pages/{page}t.{format}."""
        from .resources.pages import AsyncPages

        return AsyncPages(self._api)

    @cached_property
    def users(self) -> AsyncUsers:
        """Calls /v1/users."""
        from .resources.users import AsyncUsers

        return AsyncUsers(self._api)

    @cached_property
    def v2(self) -> AsyncV2:
        """Operations under `client.v2`."""
        from .resources.v2 import AsyncV2

        return AsyncV2(self._api)
