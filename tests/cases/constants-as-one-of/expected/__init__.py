# Written by nemogen.

"""Python client of constants-as-one-of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncConstantsAsOneOf": "client",
    "ConstantsAsOneOf": "client",
    "Lamp": "models",
    "LampParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncConstantsAsOneOf as AsyncConstantsAsOneOf
    from .client import ConstantsAsOneOf as ConstantsAsOneOf
    from .models import Lamp as Lamp
    from .params import LampParam as LampParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
