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
    "Area": "models",
    "Filter": "models",
    "Page": "models",
    "StarList": "models",
    "Star": "models",
    "AreaParam": "params",
    "FilterParam": "params",
    "PageParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncDeepObjectQuery as AsyncDeepObjectQuery
    from .client import DeepObjectQuery as DeepObjectQuery
    from .models import Area as Area
    from .models import Filter as Filter
    from .models import Page as Page
    from .models import Star as Star
    from .models import StarList as StarList
    from .params import AreaParam as AreaParam
    from .params import FilterParam as FilterParam
    from .params import PageParam as PageParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
