# Written by nemogen.

"""The clients: `Recursion` and `AsyncRecursion`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import people as _people_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _people_module = LaterModule(f"{__package__}.resources.people")

SETTINGS = Settings(
    package="recursion",
    version=__version__,
    base_url="https://archive.example.org",
    base_url_env="RECURSION_BASE_URL",
    auth=Auth(scheme="none"),
)


class Recursion(SyncClient):
    """Client of Family archive."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def people(self) -> _people_module.People:
        """Calls /v1/people."""
        return _people_module.People(self._api)


class AsyncRecursion(AsyncClient):
    """Client of Family archive for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def people(self) -> _people_module.AsyncPeople:
        """Calls /v1/people."""
        return _people_module.AsyncPeople(self._api)
