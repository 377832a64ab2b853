# Written by nemogen.

"""Python client of security-alternatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncSecurityAlternatives": "client",
    "SecurityAlternatives": "client",
    "Names": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncSecurityAlternatives as AsyncSecurityAlternatives
    from .client import SecurityAlternatives as SecurityAlternatives
    from .models import Names as Names
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
