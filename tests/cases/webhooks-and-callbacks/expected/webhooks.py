# Written by nemogen.

"""The webhooks and callbacks of the API."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from . import models as _models
from ._runtime.webhook_forms import FormField
from ._runtime.webhook_signatures import WebhookScheme
from ._runtime.webhooks import EventType, UnknownWebhook, WebhookReader, WebhookSettings

WebhookEvent: TypeAlias = (
    _models.BreadEvent | _models.OrderRungEvent | _models.OvenHotEvent | _models.Baked | UnknownWebhook
)
"""Any event of the API. An event without a class in this package is an UnknownWebhook."""

SCHEME = WebhookScheme()
"""How webhooks are signed."""

SETTINGS = WebhookSettings(
    package="webhooks_and_callbacks",
    secret_env="WEBHOOKS_AND_CALLBACKS_WEBHOOK_SECRET",
    events=(
        EventType("bread", "BreadEvent", ("bread.sold", "bread.lost")),
        EventType(
            "order.rung",
            "OrderRungEvent",
            ("order.rung",),
            (
                FormField("by", "texts", ","),
                FormField("door", "json"),
                FormField("rings", "json"),
            ),
        ),
        EventType("oven.hot", "OvenHotEvent", ("oven.hot",)),
        EventType("baked", "Baked", ("order.baked",)),
    ),
    tag="type",
    scheme=SCHEME,
)


class Webhooks(WebhookReader[WebhookEvent]):
    """Verifies and parses the webhooks that the API sends."""

    settings: ClassVar[WebhookSettings] = SETTINGS


__all__ = ["SCHEME", "UnknownWebhook", "WebhookEvent", "Webhooks"]
