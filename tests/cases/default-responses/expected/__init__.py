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
    from .client import AsyncDefaultResponses as AsyncDefaultResponses
    from .client import DefaultResponses as DefaultResponses
    from .models import Count as Count
    from .models import CountError as CountError
    from .models import CountList as CountList
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
