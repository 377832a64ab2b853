# Written by nemogen.

"""Python client of nullable-spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncNullableSpellings": "client",
    "NullableSpellings": "client",
    "Item": "models",
    "Place": "models",
    "ItemParam": "params",
    "PlaceParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncNullableSpellings as AsyncNullableSpellings
    from .client import NullableSpellings as NullableSpellings
    from .models import Item as Item
    from .models import Place as Place
    from .params import ItemParam as ItemParam
    from .params import PlaceParam as PlaceParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
