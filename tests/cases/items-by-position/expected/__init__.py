# Written by nemogen.

"""Python client of items-by-position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncItemsByPosition": "client",
    "ItemsByPosition": "client",
    "Point": "models",
    "Cell": "models",
    "PointParam": "params",
    "CellParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncItemsByPosition as AsyncItemsByPosition
    from .client import ItemsByPosition as ItemsByPosition
    from .models import Cell as Cell
    from .models import Point as Point
    from .params import CellParam as CellParam
    from .params import PointParam as PointParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
