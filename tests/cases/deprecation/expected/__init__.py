# Written by nemogen.

"""Python client of deprecation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncDeprecation": "client",
    "Deprecation": "client",
    "Paper": "models",
    "Line": "models",
    "PaperParam": "params",
    "LineParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncDeprecation as AsyncDeprecation
    from .client import Deprecation as Deprecation
    from .models import Line as Line
    from .models import Paper as Paper
    from .params import LineParam as LineParam
    from .params import PaperParam as PaperParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
