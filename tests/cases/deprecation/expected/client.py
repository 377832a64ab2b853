# Written by nemogen.

"""The clients: `Deprecation` and `AsyncDeprecation`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.papers import AsyncPapers, Papers
    from .resources.v1 import V1, AsyncV1

SETTINGS = Settings(
    package="deprecation",
    version=__version__,
    base_url="https://kiosk.example.com",
    base_url_env="DEPRECATION_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class Deprecation(SyncClient):
    """Client of Kiosk."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def v1(self) -> V1:
        """Operations under `client.v1`."""
        from .resources.v1 import V1

        return V1(self._api)

    @cached_property
    def papers(self) -> Papers:
        """Calls /v1/papers and /v2/papers."""
        from .resources.papers import Papers

        return Papers(self._api)


class AsyncDeprecation(AsyncClient):
    """Client of Kiosk for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def v1(self) -> AsyncV1:
        """Operations under `client.v1`."""
        from .resources.v1 import AsyncV1

        return AsyncV1(self._api)

    @cached_property
    def papers(self) -> AsyncPapers:
        """Calls /v1/papers and /v2/papers."""
        from .resources.papers import AsyncPapers

        return AsyncPapers(self._api)
