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
    from .client import AllOf, AsyncAllOf
    from .models import Exhibit, NewExhibit, Person
    from .params import NewExhibitParam, PersonParam

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
