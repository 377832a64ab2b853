# Written by nemogen.

"""The clients: `ResourcesCalledLikeKeywords` and `AsyncResourcesCalledLikeKeywords`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import none as _none_module
    from .resources import true as _true_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _none_module = LaterModule(f"{__package__}.resources.none")
    _true_module = LaterModule(f"{__package__}.resources.true")

SETTINGS = Settings(
    package="resources_called_like_keywords",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="RESOURCES_CALLED_LIKE_KEYWORDS_BASE_URL",
    auth=Auth(scheme="none"),
)


class ResourcesCalledLikeKeywords(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def none(self) -> _none_module.NoneResource:
        """Calls /none."""
        return _none_module.NoneResource(self._api)

    @cached_property
    def true(self) -> _true_module.TrueResource:
        """Calls /true/{id}."""
        return _true_module.TrueResource(self._api)


class AsyncResourcesCalledLikeKeywords(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def none(self) -> _none_module.AsyncNoneResource:
        """Calls /none."""
        return _none_module.AsyncNoneResource(self._api)

    @cached_property
    def true(self) -> _true_module.AsyncTrueResource:
        """Calls /true/{id}."""
        return _true_module.AsyncTrueResource(self._api)
