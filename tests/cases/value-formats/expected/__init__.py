# Written by nemogen.

"""Python client of value-formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncValueFormats": "client",
    "ValueFormats": "client",
    "Entry": "models",
    "Now": "models",
    "EntryParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncValueFormats as AsyncValueFormats
    from .client import ValueFormats as ValueFormats
    from .models import Entry as Entry
    from .models import Now as Now
    from .params import EntryParam as EntryParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
