# Written by nemogen.

"""Python client of enum-values-that-are-no-identifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncEnumValuesThatAreNoIdentifiers": "client",
    "EnumValuesThatAreNoIdentifiers": "client",
    "MixtureRequest": "models",
    "Mixture": "models",
    "MixtureRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncEnumValuesThatAreNoIdentifiers as AsyncEnumValuesThatAreNoIdentifiers
    from .client import EnumValuesThatAreNoIdentifiers as EnumValuesThatAreNoIdentifiers
    from .models import Mixture as Mixture
    from .models import MixtureRequest as MixtureRequest
    from .params import MixtureRequestParam as MixtureRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
