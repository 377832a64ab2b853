# Written by nemogen.

"""The clients: `Discriminators` and `AsyncDiscriminators`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import orders as _orders_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _orders_module = LaterModule(f"{__package__}.resources.orders")

SETTINGS = Settings(
    package="discriminators",
    version=__version__,
    base_url="https://kitchen.example.com",
    base_url_env="DISCRIMINATORS_BASE_URL",
    auth=Auth(scheme="none"),
)


class Discriminators(SyncClient):
    """Client of Kitchen orders."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def orders(self) -> _orders_module.Orders:
        """Calls /v1/orders."""
        return _orders_module.Orders(self._api)


class AsyncDiscriminators(AsyncClient):
    """Client of Kitchen orders for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def orders(self) -> _orders_module.AsyncOrders:
        """Calls /v1/orders."""
        return _orders_module.AsyncOrders(self._api)
