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
    "SeedRequestParam": "params",
    "KeeperParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncOpenapi31, Openapi31
    from .models import Keeper, Seed, SeedRequest
    from .params import KeeperParam, SeedRequestParam

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
