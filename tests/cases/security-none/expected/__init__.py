# Written by nemogen.

"""Python client of security-none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncSecurityNone": "client",
    "SecurityNone": "client",
    "Time": "models",
    "ZoneList": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncSecurityNone as AsyncSecurityNone
    from .client import SecurityNone as SecurityNone
    from .models import Time as Time
    from .models import ZoneList as ZoneList
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
