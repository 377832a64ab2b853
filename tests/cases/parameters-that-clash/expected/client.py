# Written by nemogen.

"""The clients: `ParametersThatClash` and `AsyncParametersThatClash`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import calls as _calls_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _calls_module = LaterModule(f"{__package__}.resources.calls")

SETTINGS = Settings(
    package="parameters_that_clash",
    version=__version__,
    base_url="",
    base_url_env="PARAMETERS_THAT_CLASH_BASE_URL",
    auth=Auth(scheme="none"),
)


class ParametersThatClash(SyncClient):
    """Client of T."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def calls(self) -> _calls_module.Calls:
        """Calls /calls."""
        return _calls_module.Calls(self._api)


class AsyncParametersThatClash(AsyncClient):
    """Client of T for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def calls(self) -> _calls_module.AsyncCalls:
        """Calls /calls."""
        return _calls_module.AsyncCalls(self._api)
