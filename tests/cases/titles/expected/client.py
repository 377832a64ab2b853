# Written by nemogen.

"""The clients: `Titles` and `AsyncTitles`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import forms as _forms_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _forms_module = LaterModule(f"{__package__}.resources.forms")

SETTINGS = Settings(
    package="titles",
    version=__version__,
    base_url="https://titles.example.com",
    base_url_env="TITLES_BASE_URL",
    auth=Auth(scheme="none"),
)


class Titles(SyncClient):
    """Client of Titles."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def forms(self) -> _forms_module.Forms:
        """Calls /v1/forms."""
        return _forms_module.Forms(self._api)


class AsyncTitles(AsyncClient):
    """Client of Titles for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def forms(self) -> _forms_module.AsyncForms:
        """Calls /v1/forms."""
        return _forms_module.AsyncForms(self._api)
