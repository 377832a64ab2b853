# Written by nemogen.

"""The clients: `Forms` and `AsyncForms`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.names import AsyncNames, Names

SETTINGS = Settings(
    package="forms",
    version=__version__,
    base_url="https://sheet.example.com",
    base_url_env="FORMS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class Forms(SyncClient):
    """Client of Sign-up sheet."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def names(self) -> Names:
        """Calls /v1/names."""
        from .resources.names import Names

        return Names(self._api)


class AsyncForms(AsyncClient):
    """Client of Sign-up sheet for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def names(self) -> AsyncNames:
        """Calls /v1/names."""
        from .resources.names import AsyncNames

        return AsyncNames(self._api)
