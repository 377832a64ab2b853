# Written by nemogen.

"""The clients: `ComponentsThatClash` and `AsyncComponentsThatClash`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.voices import AsyncVoices, Voices

SETTINGS = Settings(
    package="components_that_clash",
    version=__version__,
    base_url="https://choir.example.org",
    base_url_env="COMPONENTS_THAT_CLASH_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class ComponentsThatClash(SyncClient):
    """Client of Choir."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def voices(self) -> Voices:
        """Calls /v1/voices."""
        from .resources.voices import Voices

        return Voices(self._api)


class AsyncComponentsThatClash(AsyncClient):
    """Client of Choir for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def voices(self) -> AsyncVoices:
        """Calls /v1/voices."""
        from .resources.voices import AsyncVoices

        return AsyncVoices(self._api)
