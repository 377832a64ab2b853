# Written by nemogen.

"""The clients: `ReferencesWithSiblings` and `AsyncReferencesWithSiblings`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import zoo as _zoo_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _zoo_module = LaterModule(f"{__package__}.resources.zoo")

SETTINGS = Settings(
    package="references_with_siblings",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="REFERENCES_WITH_SIBLINGS_BASE_URL",
    auth=Auth(scheme="none"),
)


class ReferencesWithSiblings(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def zoo(self) -> _zoo_module.ZooResource:
        """Calls /zoo."""
        return _zoo_module.ZooResource(self._api)


class AsyncReferencesWithSiblings(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def zoo(self) -> _zoo_module.AsyncZooResource:
        """Calls /zoo."""
        return _zoo_module.AsyncZooResource(self._api)
