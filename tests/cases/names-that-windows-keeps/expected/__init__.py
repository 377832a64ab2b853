# Written by nemogen.

"""Python client of names-that-windows-keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncNamesThatWindowsKeeps": "client",
    "NamesThatWindowsKeeps": "client",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncNamesThatWindowsKeeps as AsyncNamesThatWindowsKeeps
    from .client import NamesThatWindowsKeeps as NamesThatWindowsKeeps
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
