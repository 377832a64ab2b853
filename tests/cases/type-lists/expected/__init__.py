# Written by nemogen.

"""Python client of type-lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncTypeLists": "client",
    "TypeLists": "client",
    "DepartureRequest": "models",
    "Via": "models",
    "DepartureCreateResponse": "models",
    "Departure": "models",
    "DepartureRequestParam": "params",
    "ViaParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncTypeLists as AsyncTypeLists
    from .client import TypeLists as TypeLists
    from .models import Departure as Departure
    from .models import DepartureCreateResponse as DepartureCreateResponse
    from .models import DepartureRequest as DepartureRequest
    from .models import Via as Via
    from .params import DepartureRequestParam as DepartureRequestParam
    from .params import ViaParam as ViaParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
