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
    from .client import AsyncComponentNames, ComponentNames
    from .models import (
        BaseModelModel,
        Client,
        ExceptionModel,
        HarbourV1Ship,
        List,
        Mtu4000Engine,
        NoneModel,
        OptionalModel,
        PageShip,
        Schema2NdDeck,
    )
    from .params import (
        BaseModelModelParam,
        ClientParam,
        ExceptionModelParam,
        HarbourV1ShipParam,
        ListParam,
        Mtu4000EngineParam,
        NoneModelParam,
        OptionalModelParam,
        Schema2NdDeckParam,
    )

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
