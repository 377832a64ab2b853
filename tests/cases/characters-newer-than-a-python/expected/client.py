# Written by nemogen.

"""The clients: `CharactersNewerThanAPython` and `AsyncCharactersNewerThanAPython`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import orders as _orders_module
    from .resources import u11_f04_u11_f04 as _u11_f04_u11_f04_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _orders_module = LaterModule(f"{__package__}.resources.orders")
    _u11_f04_u11_f04_module = LaterModule(f"{__package__}.resources.u11_f04_u11_f04")

SETTINGS = Settings(
    package="characters_newer_than_a_python",
    version=__version__,
    base_url="https://example.com",
    base_url_env="CHARACTERS_NEWER_THAN_A_PYTHON_BASE_URL",
    auth=Auth(scheme="none"),
)


class CharactersNewerThanAPython(SyncClient):
    """Client of Shake 🫨."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def orders(self) -> _orders_module.Orders:
        """Calls /v1/orders."""
        return _orders_module.Orders(self._api)

    @cached_property
    def u11_f04_u11_f04(self) -> _u11_f04_u11_f04_module.U11F04U11F04:
        """Calls /v1/𑼄𑼄/{𮯰}."""
        return _u11_f04_u11_f04_module.U11F04U11F04(self._api)


class AsyncCharactersNewerThanAPython(AsyncClient):
    """Client of Shake 🫨 for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def orders(self) -> _orders_module.AsyncOrders:
        """Calls /v1/orders."""
        return _orders_module.AsyncOrders(self._api)

    @cached_property
    def u11_f04_u11_f04(self) -> _u11_f04_u11_f04_module.AsyncU11F04U11F04:
        """Calls /v1/𑼄𑼄/{𮯰}."""
        return _u11_f04_u11_f04_module.AsyncU11F04U11F04(self._api)
