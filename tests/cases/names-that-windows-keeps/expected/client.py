# Written by nemogen.

"""The clients: `NamesThatWindowsKeeps` and `AsyncNamesThatWindowsKeeps`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import aux_ as _aux__module
    from .resources import auxiliary as _auxiliary_module
    from .resources import com1_ as _com1__module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _aux__module = LaterModule(f"{__package__}.resources.aux_")
    _auxiliary_module = LaterModule(f"{__package__}.resources.auxiliary")
    _com1__module = LaterModule(f"{__package__}.resources.com1_")

SETTINGS = Settings(
    package="names_that_windows_keeps",
    version=__version__,
    base_url="",
    base_url_env="NAMES_THAT_WINDOWS_KEEPS_BASE_URL",
    auth=Auth(scheme="none"),
)


class NamesThatWindowsKeeps(SyncClient):
    """Client of Devices."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def com1(self) -> _com1__module.Com1:
        """Calls /v1/COM1/{id}."""
        return _com1__module.Com1(self._api)

    @cached_property
    def aux(self) -> _aux__module.Aux:
        """Calls /v1/aux."""
        return _aux__module.Aux(self._api)

    @cached_property
    def auxiliary(self) -> _auxiliary_module.Auxiliary:
        """Calls /v1/auxiliary."""
        return _auxiliary_module.Auxiliary(self._api)


class AsyncNamesThatWindowsKeeps(AsyncClient):
    """Client of Devices for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def com1(self) -> _com1__module.AsyncCom1:
        """Calls /v1/COM1/{id}."""
        return _com1__module.AsyncCom1(self._api)

    @cached_property
    def aux(self) -> _aux__module.AsyncAux:
        """Calls /v1/aux."""
        return _aux__module.AsyncAux(self._api)

    @cached_property
    def auxiliary(self) -> _auxiliary_module.AsyncAuxiliary:
        """Calls /v1/auxiliary."""
        return _auxiliary_module.AsyncAuxiliary(self._api)
