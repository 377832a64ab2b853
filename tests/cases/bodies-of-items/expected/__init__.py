# Written by nemogen.

"""Python client of bodies-of-items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncBodiesOfItems": "client",
    "BodiesOfItems": "client",
    "Row": "models",
    "RowParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncBodiesOfItems as AsyncBodiesOfItems
    from .client import BodiesOfItems as BodiesOfItems
    from .models import Row as Row
    from .params import RowParam as RowParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
