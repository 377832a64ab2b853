# Written by nemogen.

"""Python client of discriminators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncDiscriminators": "client",
    "Discriminators": "client",
    "OrderRequest": "models",
    "Dish": "models",
    "Extra": "models",
    "BreadExtra": "models",
    "WaterExtra": "models",
    "Order": "models",
    "Soup": "models",
    "Pasta": "models",
    "OrderRequestParam": "params",
    "DishParam": "params",
    "ExtraParam": "params",
    "BreadExtraParam": "params",
    "WaterExtraParam": "params",
    "SoupParam": "params",
    "PastaParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncDiscriminators as AsyncDiscriminators
    from .client import Discriminators as Discriminators
    from .models import BreadExtra as BreadExtra
    from .models import Dish as Dish
    from .models import Extra as Extra
    from .models import Order as Order
    from .models import OrderRequest as OrderRequest
    from .models import Pasta as Pasta
    from .models import Soup as Soup
    from .models import WaterExtra as WaterExtra
    from .params import BreadExtraParam as BreadExtraParam
    from .params import DishParam as DishParam
    from .params import ExtraParam as ExtraParam
    from .params import OrderRequestParam as OrderRequestParam
    from .params import PastaParam as PastaParam
    from .params import SoupParam as SoupParam
    from .params import WaterExtraParam as WaterExtraParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
