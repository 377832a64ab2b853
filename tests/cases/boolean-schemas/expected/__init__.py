# Written by nemogen.

"""Python client of boolean-schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncBooleanSchemas": "client",
    "BooleanSchemas": "client",
    "B": "models",
    "BParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncBooleanSchemas as AsyncBooleanSchemas
    from .client import BooleanSchemas as BooleanSchemas
    from .models import B as B
    from .params import BParam as BParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
