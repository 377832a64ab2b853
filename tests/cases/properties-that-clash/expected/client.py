# Written by nemogen.

"""The clients: `PropertiesThatClash` and `AsyncPropertiesThatClash`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import concerts as _concerts_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _concerts_module = LaterModule(f"{__package__}.resources.concerts")

SETTINGS = Settings(
    package="properties_that_clash",
    version=__version__,
    base_url="https://concerts.example.org",
    base_url_env="PROPERTIES_THAT_CLASH_BASE_URL",
    auth=Auth(scheme="none"),
)


class PropertiesThatClash(SyncClient):
    """Client of Concert diary."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def concerts(self) -> _concerts_module.Concerts:
        """Calls /v1/concerts/{concert_id}."""
        return _concerts_module.Concerts(self._api)


class AsyncPropertiesThatClash(AsyncClient):
    """Client of Concert diary for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def concerts(self) -> _concerts_module.AsyncConcerts:
        """Calls /v1/concerts/{concert_id}."""
        return _concerts_module.AsyncConcerts(self._api)
