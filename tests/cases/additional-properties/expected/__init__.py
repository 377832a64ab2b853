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
    "Mixed": "models",
    "OwnersValue": "models",
    "CensusParam": "params",
    "MixedParam": "params",
    "OwnersValueParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AdditionalProperties as AdditionalProperties
    from .client import AsyncAdditionalProperties as AsyncAdditionalProperties
    from .models import Census as Census
    from .models import CensusCreateResponse as CensusCreateResponse
    from .models import Mixed as Mixed
    from .models import OwnersValue as OwnersValue
    from .params import CensusParam as CensusParam
    from .params import MixedParam as MixedParam
    from .params import OwnersValueParam as OwnersValueParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
