# Written by nemogen.

"""The clients: `Constants` and `AsyncConstants`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.cards import AsyncCards, Cards

SETTINGS = Settings(
    package="constants",
    version=__version__,
    base_url="https://postcards.example.com",
    base_url_env="CONSTANTS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class Constants(SyncClient):
    """Client of Postcard printer."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def cards(self) -> Cards:
        """Calls /v1/cards."""
        from .resources.cards import Cards

        return Cards(self._api)


class AsyncConstants(AsyncClient):
    """Client of Postcard printer for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def cards(self) -> AsyncCards:
        """Calls /v1/cards."""
        from .resources.cards import AsyncCards

        return AsyncCards(self._api)
