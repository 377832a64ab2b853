# Written by nemogen.

"""Python client of webhooks-and-callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncWebhooksAndCallbacks": "client",
    "WebhooksAndCallbacks": "client",
    "OrderRequest": "models",
    "BreadEvent": "models",
    "OrderRungEvent": "models",
    "Door": "models",
    "OvenHotEvent": "models",
    "Baked": "models",
    "BreadSold": "models",
    "BreadLost": "models",
    "OrderRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncWebhooksAndCallbacks as AsyncWebhooksAndCallbacks
    from .client import WebhooksAndCallbacks as WebhooksAndCallbacks
    from .models import Baked as Baked
    from .models import BreadEvent as BreadEvent
    from .models import BreadLost as BreadLost
    from .models import BreadSold as BreadSold
    from .models import Door as Door
    from .models import OrderRequest as OrderRequest
    from .models import OrderRungEvent as OrderRungEvent
    from .models import OvenHotEvent as OvenHotEvent
    from .params import OrderRequestParam as OrderRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
