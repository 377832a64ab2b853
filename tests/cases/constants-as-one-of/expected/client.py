# Written by nemogen.

"""The clients: `ConstantsAsOneOf` and `AsyncConstantsAsOneOf`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.lamps import AsyncLamps, Lamps

SETTINGS = Settings(
    package="constants_as_one_of",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="CONSTANTS_AS_ONE_OF_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class ConstantsAsOneOf(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def lamps(self) -> Lamps:
        """Calls /lamps/{id}."""
        from .resources.lamps import Lamps

        return Lamps(self._api)


class AsyncConstantsAsOneOf(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def lamps(self) -> AsyncLamps:
        """Calls /lamps/{id}."""
        from .resources.lamps import AsyncLamps

        return AsyncLamps(self._api)
