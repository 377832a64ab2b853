# Written by nemogen.

"""The clients: `ResourcesCalledLikeKeywords` and `AsyncResourcesCalledLikeKeywords`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.none import AsyncNoneResource, NoneResource
    from .resources.true import AsyncTrueResource, TrueResource

SETTINGS = Settings(
    package="resources_called_like_keywords",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="RESOURCES_CALLED_LIKE_KEYWORDS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class ResourcesCalledLikeKeywords(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def none(self) -> NoneResource:
        """Calls /none."""
        from .resources.none import NoneResource

        return NoneResource(self._api)

    @cached_property
    def true(self) -> TrueResource:
        """Calls /true/{id}."""
        from .resources.true import TrueResource

        return TrueResource(self._api)


class AsyncResourcesCalledLikeKeywords(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def none(self) -> AsyncNoneResource:
        """Calls /none."""
        from .resources.none import AsyncNoneResource

        return AsyncNoneResource(self._api)

    @cached_property
    def true(self) -> AsyncTrueResource:
        """Calls /true/{id}."""
        from .resources.true import AsyncTrueResource

        return AsyncTrueResource(self._api)
