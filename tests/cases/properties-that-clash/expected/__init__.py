# Written by nemogen.

"""Python client of properties-that-clash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncPropertiesThatClash": "client",
    "PropertiesThatClash": "client",
    "Concert": "models",
    "ConcertParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncPropertiesThatClash as AsyncPropertiesThatClash
    from .client import PropertiesThatClash as PropertiesThatClash
    from .models import Concert as Concert
    from .params import ConcertParam as ConcertParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
