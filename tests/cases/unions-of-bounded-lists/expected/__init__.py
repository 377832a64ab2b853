# Written by nemogen.

"""Python client of unions-of-bounded-lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncUnionsOfBoundedLists": "client",
    "UnionsOfBoundedLists": "client",
    "Tree": "models",
    "Json": "models",
    "TreeParam": "params",
    "JsonParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncUnionsOfBoundedLists as AsyncUnionsOfBoundedLists
    from .client import UnionsOfBoundedLists as UnionsOfBoundedLists
    from .models import Json as Json
    from .models import Tree as Tree
    from .params import JsonParam as JsonParam
    from .params import TreeParam as TreeParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
