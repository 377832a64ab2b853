# Written by nemogen.

"""Python client of all-of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncAllOf": "client",
    "AllOf": "client",
    "NewExhibit": "models",
    "Exhibit": "models",
    "Person": "models",
    "NewExhibitParam": "params",
    "PersonParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AllOf as AllOf
    from .client import AsyncAllOf as AsyncAllOf
    from .models import Exhibit as Exhibit
    from .models import NewExhibit as NewExhibit
    from .models import Person as Person
    from .params import NewExhibitParam as NewExhibitParam
    from .params import PersonParam as PersonParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
