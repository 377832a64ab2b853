# Written by nemogen.

"""The clients: `Openapi32` and `AsyncOpenapi32`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import user as _user_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _user_module = LaterModule(f"{__package__}.resources.user")

SETTINGS = Settings(
    package="openapi_3_2",
    version=__version__,
    base_url="",
    base_url_env="OPENAPI_3_2_BASE_URL",
    auth=Auth(scheme="none"),
)


class Openapi32(SyncClient):
    """Client of T."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def user(self) -> _user_module.UserResource:
        """Calls /user."""
        return _user_module.UserResource(self._api)


class AsyncOpenapi32(AsyncClient):
    """Client of T for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def user(self) -> _user_module.AsyncUserResource:
        """Calls /user."""
        return _user_module.AsyncUserResource(self._api)
