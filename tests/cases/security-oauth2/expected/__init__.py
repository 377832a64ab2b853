# Written by nemogen.

"""Python client of security-oauth2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncSecurityOauth2": "client",
    "SecurityOauth2": "client",
    "Names": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncSecurityOauth2 as AsyncSecurityOauth2
    from .client import SecurityOauth2 as SecurityOauth2
    from .models import Names as Names
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
