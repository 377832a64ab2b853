# Written by nemogen.

"""Python client of pagination-styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncPaginationStyles": "client",
    "PaginationStyles": "client",
    "ShipList": "models",
    "Ship": "models",
    "Meta": "models",
    "Crew": "models",
    "Sailor": "models",
    "Port": "models",
    "LogList": "models",
    "VoyageList": "models",
    "ShipSearchRequest": "models",
    "ShipSearchResponse": "models",
    "ShipSearchRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncPaginationStyles as AsyncPaginationStyles
    from .client import PaginationStyles as PaginationStyles
    from .models import *  # noqa: F403
    from .params import *  # noqa: F403
else:
    # A type checker that saw this would let a misspelt import pass.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
