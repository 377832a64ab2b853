# Written by nemogen.

"""The clients: `Deprecation` and `AsyncDeprecation`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import papers as _papers_module
    from .resources import v1 as _v1_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _papers_module = LaterModule(f"{__package__}.resources.papers")
    _v1_module = LaterModule(f"{__package__}.resources.v1")

SETTINGS = Settings(
    package="deprecation",
    version=__version__,
    base_url="https://kiosk.example.com",
    base_url_env="DEPRECATION_BASE_URL",
    auth=Auth(scheme="none"),
)


class Deprecation(SyncClient):
    """Client of Kiosk."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def v1(self) -> _v1_module.V1:
        """Operations under `client.v1`."""
        return _v1_module.V1(self._api)

    @cached_property
    def papers(self) -> _papers_module.Papers:
        """Calls /v1/papers and /v2/papers."""
        return _papers_module.Papers(self._api)


class AsyncDeprecation(AsyncClient):
    """Client of Kiosk for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def v1(self) -> _v1_module.AsyncV1:
        """Operations under `client.v1`."""
        return _v1_module.AsyncV1(self._api)

    @cached_property
    def papers(self) -> _papers_module.AsyncPapers:
        """Calls /v1/papers and /v2/papers."""
        return _papers_module.AsyncPapers(self._api)
