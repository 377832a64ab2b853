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
    "Departure": "models",
    "DepartureCreateResponse": "models",
    "DepartureRequestParam": "params",
    "ViaParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncTypeLists, TypeLists
    from .models import Departure, DepartureCreateResponse, DepartureRequest, Via
    from .params import DepartureRequestParam, ViaParam

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
