# Written by nemogen.

"""Python client of text-that-tries-to-escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncTextThatTriesToEscape": "client",
    "TextThatTriesToEscape": "client",
    "SugGestion": "models",
    "Suggestion": "models",
    "SugGestionParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncTextThatTriesToEscape as AsyncTextThatTriesToEscape
    from .client import TextThatTriesToEscape as TextThatTriesToEscape
    from .models import SugGestion as SugGestion
    from .models import Suggestion as Suggestion
    from .params import SugGestionParam as SugGestionParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
