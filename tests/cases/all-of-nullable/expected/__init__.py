# Written by nemogen.

"""Python client of all-of-nullable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncAllOfNullable": "client",
    "AllOfNullable": "client",
    "Wagon": "models",
    "Load": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AllOfNullable as AllOfNullable
    from .client import AsyncAllOfNullable as AsyncAllOfNullable
    from .models import Load as Load
    from .models import Wagon as Wagon
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
