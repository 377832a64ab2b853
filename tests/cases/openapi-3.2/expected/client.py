# Written by nemogen.

"""The clients: `Openapi32` and `AsyncOpenapi32`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.user import AsyncUserResource, UserResource

SETTINGS = Settings(
    package="openapi_3_2",
    version=__version__,
    base_url="",
    base_url_env="OPENAPI_3_2_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class Openapi32(SyncClient):
    """Client of T."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def user(self) -> UserResource:
        """Calls /user."""
        from .resources.user import UserResource

        return UserResource(self._api)


class AsyncOpenapi32(AsyncClient):
    """Client of T for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def user(self) -> AsyncUserResource:
        """Calls /user."""
        from .resources.user import AsyncUserResource

        return AsyncUserResource(self._api)
