# Written by nemogen.

"""The clients: `Constants` and `AsyncConstants`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import cards as _cards_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _cards_module = LaterModule(f"{__package__}.resources.cards")

SETTINGS = Settings(
    package="constants",
    version=__version__,
    base_url="https://postcards.example.com",
    base_url_env="CONSTANTS_BASE_URL",
    auth=Auth(scheme="none"),
)


class Constants(SyncClient):
    """Client of Postcard printer."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def cards(self) -> _cards_module.Cards:
        """Calls /v1/cards."""
        return _cards_module.Cards(self._api)


class AsyncConstants(AsyncClient):
    """Client of Postcard printer for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def cards(self) -> _cards_module.AsyncCards:
        """Calls /v1/cards."""
        return _cards_module.AsyncCards(self._api)
