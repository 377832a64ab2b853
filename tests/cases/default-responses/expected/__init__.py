# Written by nemogen.

"""Python client of default-responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncDefaultResponses": "client",
    "DefaultResponses": "client",
    "CountList": "models",
    "Count": "models",
    "CountError": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncDefaultResponses, DefaultResponses
    from .models import Count, CountError, CountList

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
