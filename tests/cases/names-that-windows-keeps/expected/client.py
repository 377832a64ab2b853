# Written by nemogen.

"""The clients: `NamesThatWindowsKeeps` and `AsyncNamesThatWindowsKeeps`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.aux_ import AsyncAux, Aux
    from .resources.auxiliary import AsyncAuxiliary, Auxiliary
    from .resources.com1_ import AsyncCom1, Com1

SETTINGS = Settings(
    package="names_that_windows_keeps",
    version=__version__,
    base_url="",
    base_url_env="NAMES_THAT_WINDOWS_KEEPS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class NamesThatWindowsKeeps(SyncClient):
    """Client of Devices."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def com1(self) -> Com1:
        """Calls /v1/COM1/{id}."""
        from .resources.com1_ import Com1

        return Com1(self._api)

    @cached_property
    def aux(self) -> Aux:
        """Calls /v1/aux."""
        from .resources.aux_ import Aux

        return Aux(self._api)

    @cached_property
    def auxiliary(self) -> Auxiliary:
        """Calls /v1/auxiliary."""
        from .resources.auxiliary import Auxiliary

        return Auxiliary(self._api)


class AsyncNamesThatWindowsKeeps(AsyncClient):
    """Client of Devices for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def com1(self) -> AsyncCom1:
        """Calls /v1/COM1/{id}."""
        from .resources.com1_ import AsyncCom1

        return AsyncCom1(self._api)

    @cached_property
    def aux(self) -> AsyncAux:
        """Calls /v1/aux."""
        from .resources.aux_ import AsyncAux

        return AsyncAux(self._api)

    @cached_property
    def auxiliary(self) -> AsyncAuxiliary:
        """Calls /v1/auxiliary."""
        from .resources.auxiliary import AsyncAuxiliary

        return AsyncAuxiliary(self._api)
