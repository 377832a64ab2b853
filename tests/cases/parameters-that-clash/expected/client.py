# Written by nemogen.

"""The clients: `ParametersThatClash` and `AsyncParametersThatClash`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.calls import AsyncCalls, Calls

SETTINGS = Settings(
    package="parameters_that_clash",
    version=__version__,
    base_url="",
    base_url_env="PARAMETERS_THAT_CLASH_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class ParametersThatClash(SyncClient):
    """Client of T."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def calls(self) -> Calls:
        """Calls /calls."""
        from .resources.calls import Calls

        return Calls(self._api)


class AsyncParametersThatClash(AsyncClient):
    """Client of T for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def calls(self) -> AsyncCalls:
        """Calls /calls."""
        from .resources.calls import AsyncCalls

        return AsyncCalls(self._api)
