# Written by nemogen.

"""Python client of recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncRecursion": "client",
    "Recursion": "client",
    "Person": "models",
    "Folder": "models",
    "Value": "models",
    "Document": "models",
    "PersonParam": "params",
    "ValueParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncRecursion as AsyncRecursion
    from .client import Recursion as Recursion
    from .models import Document as Document
    from .models import Folder as Folder
    from .models import Person as Person
    from .models import Value as Value
    from .params import PersonParam as PersonParam
    from .params import ValueParam as ValueParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
