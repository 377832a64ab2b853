# Written by nemogen.

"""Python client of deep-object-query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncDeepObjectQuery": "client",
    "DeepObjectQuery": "client",
    "StarListParameters": "models",
    "Filter": "models",
    "Page": "models",
    "Area": "models",
    "StarList": "models",
    "Star": "models",
    "FilterParam": "params",
    "PageParam": "params",
    "AreaParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncDeepObjectQuery, DeepObjectQuery
    from .models import Area, Filter, Page, Star, StarList, StarListParameters
    from .params import AreaParam, FilterParam, PageParam

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
