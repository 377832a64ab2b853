# Written by nemogen.

"""Python client of security-silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncSecuritySilent": "client",
    "SecuritySilent": "client",
    "Basic": "models",
    "Both": "models",
    "Open": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncSecuritySilent as AsyncSecuritySilent
    from .client import SecuritySilent as SecuritySilent
    from .models import Basic as Basic
    from .models import Both as Both
    from .models import Open as Open
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
