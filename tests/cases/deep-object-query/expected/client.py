# Written by nemogen.

"""The clients: `DeepObjectQuery` and `AsyncDeepObjectQuery`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import stars as _stars_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _stars_module = LaterModule(f"{__package__}.resources.stars")

SETTINGS = Settings(
    package="deep_object_query",
    version=__version__,
    base_url="https://sky.example.org",
    base_url_env="DEEP_OBJECT_QUERY_BASE_URL",
    auth=Auth(scheme="none"),
)


class DeepObjectQuery(SyncClient):
    """Client of Observatory."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def stars(self) -> _stars_module.Stars:
        """Calls /v1/stars."""
        return _stars_module.Stars(self._api)


class AsyncDeepObjectQuery(AsyncClient):
    """Client of Observatory for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def stars(self) -> _stars_module.AsyncStars:
        """Calls /v1/stars."""
        return _stars_module.AsyncStars(self._api)
