# Written by nemogen.

"""The clients: `Recursion` and `AsyncRecursion`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.people import AsyncPeople, People

SETTINGS = Settings(
    package="recursion",
    version=__version__,
    base_url="https://archive.example.org",
    base_url_env="RECURSION_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class Recursion(SyncClient):
    """Client of Family archive."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def people(self) -> People:
        """Calls /v1/people."""
        from .resources.people import People

        return People(self._api)


class AsyncRecursion(AsyncClient):
    """Client of Family archive for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def people(self) -> AsyncPeople:
        """Calls /v1/people."""
        from .resources.people import AsyncPeople

        return AsyncPeople(self._api)
