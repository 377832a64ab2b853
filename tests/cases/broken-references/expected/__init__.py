# Written by nemogen.

"""Python client of broken-references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncBrokenReferences": "client",
    "BrokenReferences": "client",
    "TideRequest": "models",
    "Harbour": "models",
    "ABC": "models",
    "Tide": "models",
    "TideRequestParam": "params",
    "HarbourParam": "params",
    "ABCParam": "params",
    "TideParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncBrokenReferences as AsyncBrokenReferences
    from .client import BrokenReferences as BrokenReferences
    from .models import ABC as ABC
    from .models import Harbour as Harbour
    from .models import Tide as Tide
    from .models import TideRequest as TideRequest
    from .params import ABCParam as ABCParam
    from .params import HarbourParam as HarbourParam
    from .params import TideParam as TideParam
    from .params import TideRequestParam as TideRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
