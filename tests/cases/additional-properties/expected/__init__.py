# Written by nemogen.

"""Python client of additional-properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncAdditionalProperties": "client",
    "AdditionalProperties": "client",
    "Census": "models",
    "CensusCreateResponse": "models",
    "OwnersValue": "models",
    "Mixed": "models",
    "CensusParam": "params",
    "OwnersValueParam": "params",
    "MixedParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AdditionalProperties as AdditionalProperties
    from .client import AsyncAdditionalProperties as AsyncAdditionalProperties
    from .models import *  # noqa: F403
    from .params import *  # noqa: F403
else:
    # A type checker that saw this would let a misspelt import pass.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
