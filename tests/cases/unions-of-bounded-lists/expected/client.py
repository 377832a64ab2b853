# Written by nemogen.

"""The clients: `UnionsOfBoundedLists` and `AsyncUnionsOfBoundedLists`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import trees as _trees_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _trees_module = LaterModule(f"{__package__}.resources.trees")

SETTINGS = Settings(
    package="unions_of_bounded_lists",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="UNIONS_OF_BOUNDED_LISTS_BASE_URL",
    auth=Auth(scheme="none"),
)


class UnionsOfBoundedLists(SyncClient):
    """Client of Forest."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def trees(self) -> _trees_module.Trees:
        """Calls /trees."""
        return _trees_module.Trees(self._api)


class AsyncUnionsOfBoundedLists(AsyncClient):
    """Client of Forest for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def trees(self) -> _trees_module.AsyncTrees:
        """Calls /trees."""
        return _trees_module.AsyncTrees(self._api)
