# Written by nemogen.

"""Python client of enums-of-numbers-and-booleans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncEnumsOfNumbersAndBooleans": "client",
    "EnumsOfNumbersAndBooleans": "client",
    "RideRequest": "models",
    "Ride": "models",
    "RideRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncEnumsOfNumbersAndBooleans as AsyncEnumsOfNumbersAndBooleans
    from .client import EnumsOfNumbersAndBooleans as EnumsOfNumbersAndBooleans
    from .models import Ride as Ride
    from .models import RideRequest as RideRequest
    from .params import RideRequestParam as RideRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
