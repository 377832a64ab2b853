# Written by nemogen.

"""Python client of sequential-media-types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncSequentialMediaTypes": "client",
    "SequentialMediaTypes": "client",
    "Shock": "models",
    "WordEvent": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncSequentialMediaTypes as AsyncSequentialMediaTypes
    from .client import SequentialMediaTypes as SequentialMediaTypes
    from .models import Shock as Shock
    from .models import WordEvent as WordEvent
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
