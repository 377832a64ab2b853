# Written by nemogen.

"""Python client of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncLists": "client",
    "Lists": "client",
    "Book": "models",
    "BookIsbnList": "models",
    "BookShelf": "models",
    "BookParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncLists as AsyncLists
    from .client import Lists as Lists
    from .models import Book as Book
    from .models import BookIsbnList as BookIsbnList
    from .models import BookShelf as BookShelf
    from .params import BookParam as BookParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
