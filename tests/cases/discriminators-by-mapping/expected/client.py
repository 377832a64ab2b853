# Written by nemogen.

"""The clients: `DiscriminatorsByMapping` and `AsyncDiscriminatorsByMapping`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.animals import Animals, AsyncAnimals

SETTINGS = Settings(
    package="discriminators_by_mapping",
    version=__version__,
    base_url="https://zoo.example.com",
    base_url_env="DISCRIMINATORS_BY_MAPPING_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class DiscriminatorsByMapping(SyncClient):
    """Client of Zoo."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def animals(self) -> Animals:
        """Calls /v1/animals."""
        from .resources.animals import Animals

        return Animals(self._api)


class AsyncDiscriminatorsByMapping(AsyncClient):
    """Client of Zoo for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def animals(self) -> AsyncAnimals:
        """Calls /v1/animals."""
        from .resources.animals import AsyncAnimals

        return AsyncAnimals(self._api)
