# Written by nemogen.

"""The clients: `OperationsThatClash` and `AsyncOperationsThatClash`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.calls import AsyncCalls, Calls
    from .resources.v2 import V2, AsyncV2

SETTINGS = Settings(
    package="operations_that_clash",
    version=__version__,
    base_url="https://switch.example.com",
    base_url_env="OPERATIONS_THAT_CLASH_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class OperationsThatClash(SyncClient):
    """Client of Switchboard."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def calls(self) -> Calls:
        """Calls /v1/calls and /v2/calls/."""
        from .resources.calls import Calls

        return Calls(self._api)

    @cached_property
    def v2(self) -> V2:
        """Operations under `client.v2`."""
        from .resources.v2 import V2

        return V2(self._api)


class AsyncOperationsThatClash(AsyncClient):
    """Client of Switchboard for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def calls(self) -> AsyncCalls:
        """Calls /v1/calls and /v2/calls/."""
        from .resources.calls import AsyncCalls

        return AsyncCalls(self._api)

    @cached_property
    def v2(self) -> AsyncV2:
        """Operations under `client.v2`."""
        from .resources.v2 import AsyncV2

        return AsyncV2(self._api)
