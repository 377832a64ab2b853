# Written by nemogen.

"""The clients: `DeepObjectQuery` and `AsyncDeepObjectQuery`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.stars import AsyncStars, Stars

SETTINGS = Settings(
    package="deep_object_query",
    version=__version__,
    base_url="https://sky.example.org",
    base_url_env="DEEP_OBJECT_QUERY_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class DeepObjectQuery(SyncClient):
    """Client of Observatory."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def stars(self) -> Stars:
        """Calls /v1/stars."""
        from .resources.stars import Stars

        return Stars(self._api)


class AsyncDeepObjectQuery(AsyncClient):
    """Client of Observatory for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def stars(self) -> AsyncStars:
        """Calls /v1/stars."""
        from .resources.stars import AsyncStars

        return AsyncStars(self._api)
