# Written by nemogen.

"""The clients: `WebhooksAndCallbacks` and `AsyncWebhooksAndCallbacks`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from . import webhooks as _webhooks
    from .resources import orders as _orders_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _orders_module = LaterModule(f"{__package__}.resources.orders")
    _webhooks = LaterModule(f"{__package__}.webhooks")

SETTINGS = Settings(
    package="webhooks_and_callbacks",
    version=__version__,
    base_url="https://bakery.example.com",
    base_url_env="WEBHOOKS_AND_CALLBACKS_BASE_URL",
    auth=Auth(scheme="none"),
)


class WebhooksAndCallbacks(SyncClient):
    """Client of Bakery."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def orders(self) -> _orders_module.Orders:
        """Calls /orders."""
        return _orders_module.Orders(self._api)

    @cached_property
    def webhooks(self) -> _webhooks.Webhooks:
        """Verifies and parses the webhooks that the API sends."""
        return _webhooks.Webhooks()


class AsyncWebhooksAndCallbacks(AsyncClient):
    """Client of Bakery for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def orders(self) -> _orders_module.AsyncOrders:
        """Calls /orders."""
        return _orders_module.AsyncOrders(self._api)

    @cached_property
    def webhooks(self) -> _webhooks.Webhooks:
        """Verifies and parses the webhooks that the API sends."""
        return _webhooks.Webhooks()
