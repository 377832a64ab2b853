# Written by nemogen.

"""Python client of several-operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncSeveralOperations": "client",
    "SeveralOperations": "client",
    "Book": "models",
    "Author": "models",
    "BookParam": "params",
    "AuthorParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncSeveralOperations as AsyncSeveralOperations
    from .client import SeveralOperations as SeveralOperations
    from .models import Author as Author
    from .models import Book as Book
    from .params import AuthorParam as AuthorParam
    from .params import BookParam as BookParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
