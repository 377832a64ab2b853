# Written by nemogen.

"""Python client of operations-that-clash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncOperationsThatClash": "client",
    "OperationsThatClash": "client",
    "CallRequest": "models",
    "CallRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncOperationsThatClash as AsyncOperationsThatClash
    from .client import OperationsThatClash as OperationsThatClash
    from .models import CallRequest as CallRequest
    from .params import CallRequestParam as CallRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
