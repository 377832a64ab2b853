# Written by nemogen.

"""The clients: `HeaderAndCookieParameters` and `AsyncHeaderAndCookieParameters`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.tickets import AsyncTickets, Tickets

SETTINGS = Settings(
    package="header_and_cookie_parameters",
    version=__version__,
    base_url="https://ferry.example.com",
    base_url_env="HEADER_AND_COOKIE_PARAMETERS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class HeaderAndCookieParameters(SyncClient):
    """Client of Ferry tickets."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def tickets(self) -> Tickets:
        """Calls /v1/tickets."""
        from .resources.tickets import Tickets

        return Tickets(self._api)


class AsyncHeaderAndCookieParameters(AsyncClient):
    """Client of Ferry tickets for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def tickets(self) -> AsyncTickets:
        """Calls /v1/tickets."""
        from .resources.tickets import AsyncTickets

        return AsyncTickets(self._api)
