# Written by nemogen.

"""The clients: `HeaderAndCookieParameters` and `AsyncHeaderAndCookieParameters`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import tickets as _tickets_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _tickets_module = LaterModule(f"{__package__}.resources.tickets")

SETTINGS = Settings(
    package="header_and_cookie_parameters",
    version=__version__,
    base_url="https://ferry.example.com",
    base_url_env="HEADER_AND_COOKIE_PARAMETERS_BASE_URL",
    auth=Auth(scheme="none"),
)


class HeaderAndCookieParameters(SyncClient):
    """Client of Ferry tickets."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def tickets(self) -> _tickets_module.Tickets:
        """Calls /v1/tickets."""
        return _tickets_module.Tickets(self._api)


class AsyncHeaderAndCookieParameters(AsyncClient):
    """Client of Ferry tickets for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def tickets(self) -> _tickets_module.AsyncTickets:
        """Calls /v1/tickets."""
        return _tickets_module.AsyncTickets(self._api)
