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
    "Crew": "models",
    "Sailor": "models",
    "Port": "models",
    "Ship": "models",
    "LogList": "models",
    "ShipList": "models",
    "Meta": "models",
    "ShipSearchRequest": "models",
    "ShipSearchResponse": "models",
    "VoyageList": "models",
    "ShipSearchRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncPaginationStyles as AsyncPaginationStyles
    from .client import PaginationStyles as PaginationStyles
    from .models import Crew as Crew
    from .models import LogList as LogList
    from .models import Meta as Meta
    from .models import Port as Port
    from .models import Sailor as Sailor
    from .models import Ship as Ship
    from .models import ShipList as ShipList
    from .models import ShipSearchRequest as ShipSearchRequest
    from .models import ShipSearchResponse as ShipSearchResponse
    from .models import VoyageList as VoyageList
    from .params import ShipSearchRequestParam as ShipSearchRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
