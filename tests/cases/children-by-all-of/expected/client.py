# Written by nemogen.

"""The clients: `ChildrenByAllOf` and `AsyncChildrenByAllOf`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import animals as _animals_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _animals_module = LaterModule(f"{__package__}.resources.animals")

SETTINGS = Settings(
    package="children_by_all_of",
    version=__version__,
    base_url="https://shelter.example.com",
    base_url_env="CHILDREN_BY_ALL_OF_BASE_URL",
    auth=Auth(scheme="none"),
)


class ChildrenByAllOf(SyncClient):
    """Client of Shelter."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def animals(self) -> _animals_module.Animals:
        """Calls /v1/animals."""
        return _animals_module.Animals(self._api)


class AsyncChildrenByAllOf(AsyncClient):
    """Client of Shelter for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def animals(self) -> _animals_module.AsyncAnimals:
        """Calls /v1/animals."""
        return _animals_module.AsyncAnimals(self._api)
