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
    "BaseModelModel": "models",
    "Client": "models",
    "Schema2NdDeck": "models",
    "Mtu4000Engine": "models",
    "ExceptionModel": "models",
    "List": "models",
    "NoneModel": "models",
    "OptionalModel": "models",
    "HarbourV1ShipParam": "params",
    "BaseModelModelParam": "params",
    "ClientParam": "params",
    "Schema2NdDeckParam": "params",
    "Mtu4000EngineParam": "params",
    "ExceptionModelParam": "params",
    "ListParam": "params",
    "NoneModelParam": "params",
    "OptionalModelParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncComponentNames as AsyncComponentNames
    from .client import ComponentNames as ComponentNames
    from .models import BaseModelModel as BaseModelModel
    from .models import Client as Client
    from .models import ExceptionModel as ExceptionModel
    from .models import HarbourV1Ship as HarbourV1Ship
    from .models import List as List
    from .models import Mtu4000Engine as Mtu4000Engine
    from .models import NoneModel as NoneModel
    from .models import OptionalModel as OptionalModel
    from .models import PageShip as PageShip
    from .models import Schema2NdDeck as Schema2NdDeck
    from .params import BaseModelModelParam as BaseModelModelParam
    from .params import ClientParam as ClientParam
    from .params import ExceptionModelParam as ExceptionModelParam
    from .params import HarbourV1ShipParam as HarbourV1ShipParam
    from .params import ListParam as ListParam
    from .params import Mtu4000EngineParam as Mtu4000EngineParam
    from .params import NoneModelParam as NoneModelParam
    from .params import OptionalModelParam as OptionalModelParam
    from .params import Schema2NdDeckParam as Schema2NdDeckParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
