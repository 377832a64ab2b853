# Written by nemogen.

"""The clients: `ComponentsThatClash` and `AsyncComponentsThatClash`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import voices as _voices_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _voices_module = LaterModule(f"{__package__}.resources.voices")

SETTINGS = Settings(
    package="components_that_clash",
    version=__version__,
    base_url="https://choir.example.org",
    base_url_env="COMPONENTS_THAT_CLASH_BASE_URL",
    auth=Auth(scheme="none"),
)


class ComponentsThatClash(SyncClient):
    """Client of Choir."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def voices(self) -> _voices_module.Voices:
        """Calls /v1/voices."""
        return _voices_module.Voices(self._api)


class AsyncComponentsThatClash(AsyncClient):
    """Client of Choir for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def voices(self) -> _voices_module.AsyncVoices:
        """Calls /v1/voices."""
        return _voices_module.AsyncVoices(self._api)
