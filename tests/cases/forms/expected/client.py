# Written by nemogen.

"""The clients: `Forms` and `AsyncForms`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import names as _names_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _names_module = LaterModule(f"{__package__}.resources.names")

SETTINGS = Settings(
    package="forms",
    version=__version__,
    base_url="https://sheet.example.com",
    base_url_env="FORMS_BASE_URL",
    auth=Auth(scheme="none"),
)


class Forms(SyncClient):
    """Client of Sign-up sheet."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def names(self) -> _names_module.Names:
        """Calls /v1/names."""
        return _names_module.Names(self._api)


class AsyncForms(AsyncClient):
    """Client of Sign-up sheet for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def names(self) -> _names_module.AsyncNames:
        """Calls /v1/names."""
        return _names_module.AsyncNames(self._api)
