# Written by nemogen.

"""The clients: `NamesThatDifferByCase` and `AsyncNamesThatDifferByCase`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.users import AsyncUsers, Users

SETTINGS = Settings(
    package="names_that_differ_by_case",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="NAMES_THAT_DIFFER_BY_CASE_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class NamesThatDifferByCase(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def users(self) -> Users:
        """Calls /users."""
        from .resources.users import Users

        return Users(self._api)


class AsyncNamesThatDifferByCase(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def users(self) -> AsyncUsers:
        """Calls /users."""
        from .resources.users import AsyncUsers

        return AsyncUsers(self._api)
