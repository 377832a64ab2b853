# Written by nemogen.

"""Python client of swagger-2-0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncSwagger20": "client",
    "Swagger20": "client",
    "Crossing": "models",
    "ManifestRequest": "models",
    "CrossingParam": "params",
    "ManifestRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncSwagger20 as AsyncSwagger20
    from .client import Swagger20 as Swagger20
    from .models import Crossing as Crossing
    from .models import ManifestRequest as ManifestRequest
    from .params import CrossingParam as CrossingParam
    from .params import ManifestRequestParam as ManifestRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
