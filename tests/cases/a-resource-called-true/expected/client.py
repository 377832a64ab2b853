# Written by nemogen.

"""The clients: `AResourceCalledTrue` and `AsyncAResourceCalledTrue`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import options as _options_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _options_module = LaterModule(f"{__package__}.resources.options")

SETTINGS = Settings(
    package="a_resource_called_true",
    version=__version__,
    base_url="",
    base_url_env="A_RESOURCE_CALLED_TRUE_BASE_URL",
    auth=Auth(scheme="none"),
)


class AResourceCalledTrue(SyncClient):
    """Client of T."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def options(self) -> _options_module.Options:
        """Operations under `client.options`."""
        return _options_module.Options(self._api)


class AsyncAResourceCalledTrue(AsyncClient):
    """Client of T for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def options(self) -> _options_module.AsyncOptions:
        """Operations under `client.options`."""
        return _options_module.AsyncOptions(self._api)
