# Written by nemogen.

"""The clients: `WebhooksAndCallbacks` and `AsyncWebhooksAndCallbacks`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.orders import AsyncOrders, Orders
    from .webhooks import Webhooks as _Webhooks

SETTINGS = Settings(
    package="webhooks_and_callbacks",
    version=__version__,
    base_url="https://bakery.example.com",
    base_url_env="WEBHOOKS_AND_CALLBACKS_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class WebhooksAndCallbacks(SyncClient):
    """Client of Bakery."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def orders(self) -> Orders:
        """Calls /orders."""
        from .resources.orders import Orders

        return Orders(self._api)

    @cached_property
    def webhooks(self) -> _Webhooks:
        """Verifies and parses the webhooks that the API sends."""
        from .webhooks import Webhooks

        return Webhooks()


class AsyncWebhooksAndCallbacks(AsyncClient):
    """Client of Bakery for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def orders(self) -> AsyncOrders:
        """Calls /orders."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self._api)

    @cached_property
    def webhooks(self) -> _Webhooks:
        """Verifies and parses the webhooks that the API sends."""
        from .webhooks import Webhooks

        return Webhooks()
