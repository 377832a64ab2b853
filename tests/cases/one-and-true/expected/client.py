# Written by nemogen.

"""The clients: `OneAndTrue` and `AsyncOneAndTrue`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.dial import AsyncDial, Dial

SETTINGS = Settings(
    package="one_and_true",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="ONE_AND_TRUE_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class OneAndTrue(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def dial(self) -> Dial:
        """Calls /dial."""
        from .resources.dial import Dial

        return Dial(self._api)


class AsyncOneAndTrue(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def dial(self) -> AsyncDial:
        """Calls /dial."""
        from .resources.dial import AsyncDial

        return AsyncDial(self._api)
