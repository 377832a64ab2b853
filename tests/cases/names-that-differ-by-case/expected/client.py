# Written by nemogen.

"""The clients: `NamesThatDifferByCase` and `AsyncNamesThatDifferByCase`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import users as _users_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _users_module = LaterModule(f"{__package__}.resources.users")

SETTINGS = Settings(
    package="names_that_differ_by_case",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="NAMES_THAT_DIFFER_BY_CASE_BASE_URL",
    auth=Auth(scheme="none"),
)


class NamesThatDifferByCase(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def users(self) -> _users_module.Users:
        """Calls /users."""
        return _users_module.Users(self._api)


class AsyncNamesThatDifferByCase(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def users(self) -> _users_module.AsyncUsers:
        """Calls /users."""
        return _users_module.AsyncUsers(self._api)
