# Written by nemogen.

"""Python client of component-names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncComponentNames": "client",
    "ComponentNames": "client",
    "HarbourV1Ship": "models",
    "PageShip": "models",
    "Mtu4000Engine": "models",
    "ExceptionModel": "models",
    "BaseModelModel": "models",
    "NoneModel": "models",
    "List": "models",
    "Schema2NdDeck": "models",
    "Client": "models",
    "OptionalModel": "models",
    "HarbourV1ShipParam": "params",
    "Mtu4000EngineParam": "params",
    "ExceptionModelParam": "params",
    "BaseModelModelParam": "params",
    "NoneModelParam": "params",
    "ListParam": "params",
    "Schema2NdDeckParam": "params",
    "ClientParam": "params",
    "OptionalModelParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncComponentNames as AsyncComponentNames
    from .client import ComponentNames as ComponentNames
    from .models import *  # noqa: F403
    from .params import *  # noqa: F403
else:
    # A type checker that saw this would let a misspelt import pass.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
