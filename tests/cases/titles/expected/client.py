# Written by nemogen.

"""The clients: `Titles` and `AsyncTitles`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.forms import AsyncForms, Forms

SETTINGS = Settings(
    package="titles",
    version=__version__,
    base_url="https://titles.example.com",
    base_url_env="TITLES_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class Titles(SyncClient):
    """Client of Titles."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def forms(self) -> Forms:
        """Calls /v1/forms."""
        from .resources.forms import Forms

        return Forms(self._api)


class AsyncTitles(AsyncClient):
    """Client of Titles for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def forms(self) -> AsyncForms:
        """Calls /v1/forms."""
        from .resources.forms import AsyncForms

        return AsyncForms(self._api)
