# Written by nemogen.

"""Python client of binary-bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncBinaryBodies": "client",
    "BinaryBodies": "client",
    "ScorePlayRequest": "models",
    "ScorePlayResponse": "models",
    "ScorePlayRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncBinaryBodies as AsyncBinaryBodies
    from .client import BinaryBodies as BinaryBodies
    from .models import ScorePlayRequest as ScorePlayRequest
    from .models import ScorePlayResponse as ScorePlayResponse
    from .params import ScorePlayRequestParam as ScorePlayRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
