# Written by nemogen.

"""The clients: `DiscriminatorsByMapping` and `AsyncDiscriminatorsByMapping`."""

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
    package="discriminators_by_mapping",
    version=__version__,
    base_url="https://zoo.example.com",
    base_url_env="DISCRIMINATORS_BY_MAPPING_BASE_URL",
    auth=Auth(scheme="none"),
)


class DiscriminatorsByMapping(SyncClient):
    """Client of Zoo."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def animals(self) -> _animals_module.Animals:
        """Calls /v1/animals."""
        return _animals_module.Animals(self._api)


class AsyncDiscriminatorsByMapping(AsyncClient):
    """Client of Zoo for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def animals(self) -> _animals_module.AsyncAnimals:
        """Calls /v1/animals."""
        return _animals_module.AsyncAnimals(self._api)
