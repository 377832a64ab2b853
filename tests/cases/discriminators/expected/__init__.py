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
    from .models import *  # noqa: F403
    from .params import *  # noqa: F403
else:
    # A type checker that saw this would let a misspelt import pass.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
