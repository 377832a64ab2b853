# Written by nemogen.

"""The clients: `AdditionalProperties` and `AsyncAdditionalProperties`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.censuses import AsyncCensuses, Censuses

SETTINGS = Settings(
    package="additional_properties",
    version=__version__,
    base_url="https://orchard.example.com",
    base_url_env="ADDITIONAL_PROPERTIES_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class AdditionalProperties(SyncClient):
    """Client of Orchard census."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def censuses(self) -> Censuses:
        """Calls /v1/censuses."""
        from .resources.censuses import Censuses

        return Censuses(self._api)


class AsyncAdditionalProperties(AsyncClient):
    """Client of Orchard census for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def censuses(self) -> AsyncCensuses:
        """Calls /v1/censuses."""
        from .resources.censuses import AsyncCensuses

        return AsyncCensuses(self._api)
