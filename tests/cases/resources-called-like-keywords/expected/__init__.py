# Written by nemogen.

"""Python client of resources-called-like-keywords."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncResourcesCalledLikeKeywords": "client",
    "ResourcesCalledLikeKeywords": "client",
    "NoneModel": "models",
    "TrueModel": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncResourcesCalledLikeKeywords as AsyncResourcesCalledLikeKeywords
    from .client import ResourcesCalledLikeKeywords as ResourcesCalledLikeKeywords
    from .models import NoneModel as NoneModel
    from .models import TrueModel as TrueModel
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
