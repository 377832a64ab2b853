# Written by nemogen.

"""The clients: `InlineObjects` and `AsyncInlineObjects`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import rehearsals as _rehearsals_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _rehearsals_module = LaterModule(f"{__package__}.resources.rehearsals")

SETTINGS = Settings(
    package="inline_objects",
    version=__version__,
    base_url="https://rehearsals.example.org",
    base_url_env="INLINE_OBJECTS_BASE_URL",
    auth=Auth(scheme="none"),
)


class InlineObjects(SyncClient):
    """Client of Rehearsal plan."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def rehearsals(self) -> _rehearsals_module.Rehearsals:
        """Calls /v1/rehearsals."""
        return _rehearsals_module.Rehearsals(self._api)


class AsyncInlineObjects(AsyncClient):
    """Client of Rehearsal plan for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def rehearsals(self) -> _rehearsals_module.AsyncRehearsals:
        """Calls /v1/rehearsals."""
        return _rehearsals_module.AsyncRehearsals(self._api)
