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
    from .client import AsyncLists, Lists
    from .models import Book, BookIsbnList, BookShelf
    from .params import BookParam

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
