# Written by nemogen.

"""Python client of broken-references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncBrokenReferences": "client",
    "BrokenReferences": "client",
    "TideRequest": "models",
    "Harbour": "models",
    "ABC": "models",
    "Tide": "models",
    "TideRequestParam": "params",
    "HarbourParam": "params",
    "ABCParam": "params",
    "TideParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncBrokenReferences as AsyncBrokenReferences
    from .client import BrokenReferences as BrokenReferences
    from .models import *  # noqa: F403
    from .params import *  # noqa: F403
else:
    # A type checker that saw this would let a misspelt import pass.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
