# Written by nemogen.

"""The clients: `BooleanSchemas` and `AsyncBooleanSchemas`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.b import AsyncBResource, BResource

SETTINGS = Settings(
    package="boolean_schemas",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="BOOLEAN_SCHEMAS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class BooleanSchemas(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def b(self) -> BResource:
        """Calls /b."""
        from .resources.b import BResource

        return BResource(self._api)


class AsyncBooleanSchemas(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def b(self) -> AsyncBResource:
        """Calls /b."""
        from .resources.b import AsyncBResource

        return AsyncBResource(self._api)
