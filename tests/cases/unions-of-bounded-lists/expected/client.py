# Written by nemogen.

"""The clients: `UnionsOfBoundedLists` and `AsyncUnionsOfBoundedLists`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.trees import AsyncTrees, Trees

SETTINGS = Settings(
    package="unions_of_bounded_lists",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="UNIONS_OF_BOUNDED_LISTS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class UnionsOfBoundedLists(SyncClient):
    """Client of Forest."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def trees(self) -> Trees:
        """Calls /trees."""
        from .resources.trees import Trees

        return Trees(self._api)


class AsyncUnionsOfBoundedLists(AsyncClient):
    """Client of Forest for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def trees(self) -> AsyncTrees:
        """Calls /trees."""
        from .resources.trees import AsyncTrees

        return AsyncTrees(self._api)
