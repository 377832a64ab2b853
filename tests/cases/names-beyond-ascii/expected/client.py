# Written by nemogen.

"""The clients: `NamesBeyondAscii` and `AsyncNamesBeyondAscii`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import brötchen as _brötchen_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _brötchen_module = LaterModule(f"{__package__}.resources.brötchen")

SETTINGS = Settings(
    package="names_beyond_ascii",
    version=__version__,
    base_url="https://baeckerei.example.com",
    base_url_env="NAMES_BEYOND_ASCII_BASE_URL",
    auth=Auth(scheme="none"),
)


class NamesBeyondAscii(SyncClient):
    """Client of Bäckerei."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def brötchen(self) -> _brötchen_module.BrotchenResource:
        """Calls /v1/brötchen/{größe}."""
        return _brötchen_module.BrotchenResource(self._api)


class AsyncNamesBeyondAscii(AsyncClient):
    """Client of Bäckerei for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def brötchen(self) -> _brötchen_module.AsyncBrotchenResource:
        """Calls /v1/brötchen/{größe}."""
        return _brötchen_module.AsyncBrotchenResource(self._api)
