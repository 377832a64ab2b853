# Written by nemogen.

"""Python client of versions-in-paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncVersionsInPaths": "client",
    "VersionsInPaths": "client",
    "UserList": "models",
    "V2UserList": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncVersionsInPaths as AsyncVersionsInPaths
    from .client import VersionsInPaths as VersionsInPaths
    from .models import UserList as UserList
    from .models import V2UserList as V2UserList
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
