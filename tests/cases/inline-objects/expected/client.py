# Written by nemogen.

"""The clients: `InlineObjects` and `AsyncInlineObjects`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.rehearsals import AsyncRehearsals, Rehearsals

SETTINGS = Settings(
    package="inline_objects",
    version=__version__,
    base_url="https://rehearsals.example.org",
    base_url_env="INLINE_OBJECTS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class InlineObjects(SyncClient):
    """Client of Rehearsal plan."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def rehearsals(self) -> Rehearsals:
        """Calls /v1/rehearsals."""
        from .resources.rehearsals import Rehearsals

        return Rehearsals(self._api)


class AsyncInlineObjects(AsyncClient):
    """Client of Rehearsal plan for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def rehearsals(self) -> AsyncRehearsals:
        """Calls /v1/rehearsals."""
        from .resources.rehearsals import AsyncRehearsals

        return AsyncRehearsals(self._api)
