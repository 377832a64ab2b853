# Written by nemogen.

"""Python client of path-and-query-parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncPathAndQueryParameters": "client",
    "PathAndQueryParameters": "client",
    "Book": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncPathAndQueryParameters as AsyncPathAndQueryParameters
    from .client import PathAndQueryParameters as PathAndQueryParameters
    from .models import Book as Book
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
