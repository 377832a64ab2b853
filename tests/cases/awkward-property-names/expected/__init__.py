# Written by nemogen.

"""Python client of awkward-property-names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncAwkwardPropertyNames": "client",
    "AwkwardPropertyNames": "client",
    "Entry": "models",
    "EntryParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncAwkwardPropertyNames as AsyncAwkwardPropertyNames
    from .client import AwkwardPropertyNames as AwkwardPropertyNames
    from .models import Entry as Entry
    from .params import EntryParam as EntryParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
