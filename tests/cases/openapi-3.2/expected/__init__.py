# Written by nemogen.

"""Python client of openapi-3-2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncOpenapi32": "client",
    "Openapi32": "client",
    "User": "models",
    "UserQueryResponse": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncOpenapi32 as AsyncOpenapi32
    from .client import Openapi32 as Openapi32
    from .models import User as User
    from .models import UserQueryResponse as UserQueryResponse
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
