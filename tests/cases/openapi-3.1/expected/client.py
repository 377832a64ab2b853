# Written by nemogen.

"""The clients: `Openapi31` and `AsyncOpenapi31`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.seeds import AsyncSeeds, Seeds
    from .webhooks import Webhooks as _Webhooks

SETTINGS = Settings(
    package="openapi_3_1",
    version=__version__,
    base_url="https://seeds.example.org",
    base_url_env="OPENAPI_3_1_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
    text_formats=("byte",),
)


class Openapi31(SyncClient):
    """Client of Seed bank."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def seeds(self) -> Seeds:
        """Calls /v1/seeds."""
        from .resources.seeds import Seeds

        return Seeds(self._api)

    @cached_property
    def webhooks(self) -> _Webhooks:
        """Verifies and parses the webhooks that the API sends."""
        from .webhooks import Webhooks

        return Webhooks()


class AsyncOpenapi31(AsyncClient):
    """Client of Seed bank for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def seeds(self) -> AsyncSeeds:
        """Calls /v1/seeds."""
        from .resources.seeds import AsyncSeeds

        return AsyncSeeds(self._api)

    @cached_property
    def webhooks(self) -> _Webhooks:
        """Verifies and parses the webhooks that the API sends."""
        from .webhooks import Webhooks

        return Webhooks()
