# Written by nemogen.

"""The clients: `CharactersNewerThanAPython` and `AsyncCharactersNewerThanAPython`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.orders import AsyncOrders, Orders
    from .resources.u11_f04_u11_f04 import U11F04U11F04, AsyncU11F04U11F04

SETTINGS = Settings(
    package="characters_newer_than_a_python",
    version=__version__,
    base_url="https://example.com",
    base_url_env="CHARACTERS_NEWER_THAN_A_PYTHON_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class CharactersNewerThanAPython(SyncClient):
    """Client of Shake 🫨."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def orders(self) -> Orders:
        """Calls /v1/orders."""
        from .resources.orders import Orders

        return Orders(self._api)

    @cached_property
    def u11_f04_u11_f04(self) -> U11F04U11F04:
        """Calls /v1/𑼄𑼄/{𮯰}."""
        from .resources.u11_f04_u11_f04 import U11F04U11F04

        return U11F04U11F04(self._api)


class AsyncCharactersNewerThanAPython(AsyncClient):
    """Client of Shake 🫨 for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def orders(self) -> AsyncOrders:
        """Calls /v1/orders."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self._api)

    @cached_property
    def u11_f04_u11_f04(self) -> AsyncU11F04U11F04:
        """Calls /v1/𑼄𑼄/{𮯰}."""
        from .resources.u11_f04_u11_f04 import AsyncU11F04U11F04

        return AsyncU11F04U11F04(self._api)
