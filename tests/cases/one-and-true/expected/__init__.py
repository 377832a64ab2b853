# Written by nemogen.

"""Python client of one-and-true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncOneAndTrue": "client",
    "OneAndTrue": "client",
    "D": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncOneAndTrue as AsyncOneAndTrue
    from .client import OneAndTrue as OneAndTrue
    from .models import D as D
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
