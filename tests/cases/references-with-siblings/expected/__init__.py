# Written by nemogen.

"""Python client of references-with-siblings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncReferencesWithSiblings": "client",
    "ReferencesWithSiblings": "client",
    "Zoo": "models",
    "Star": "models",
    "Animal": "models",
    "Mode": "models",
    "ZooParam": "params",
    "StarParam": "params",
    "AnimalParam": "params",
    "ModeParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncReferencesWithSiblings as AsyncReferencesWithSiblings
    from .client import ReferencesWithSiblings as ReferencesWithSiblings
    from .models import Animal as Animal
    from .models import Mode as Mode
    from .models import Star as Star
    from .models import Zoo as Zoo
    from .params import AnimalParam as AnimalParam
    from .params import ModeParam as ModeParam
    from .params import StarParam as StarParam
    from .params import ZooParam as ZooParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
