# Written by nemogen.

"""Python client of openapi-3-1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncOpenapi31": "client",
    "Openapi31": "client",
    "SeedRequest": "models",
    "Keeper": "models",
    "Seed": "models",
    "SproutedEvent": "models",
    "SeedRequestParam": "params",
    "KeeperParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncOpenapi31 as AsyncOpenapi31
    from .client import Openapi31 as Openapi31
    from .models import Keeper as Keeper
    from .models import Seed as Seed
    from .models import SeedRequest as SeedRequest
    from .models import SproutedEvent as SproutedEvent
    from .params import KeeperParam as KeeperParam
    from .params import SeedRequestParam as SeedRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
