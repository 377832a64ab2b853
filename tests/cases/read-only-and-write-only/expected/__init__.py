# Written by nemogen.

"""Python client of read-only-and-write-only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncReadOnlyAndWriteOnly": "client",
    "ReadOnlyAndWriteOnly": "client",
    "Fleet": "models",
    "FleetRequest": "models",
    "Planet": "models",
    "PlanetRequest": "models",
    "Probe": "models",
    "Ship": "models",
    "ShipRequest": "models",
    "Atmosphere": "models",
    "Person": "models",
    "AtmosphereRequest": "models",
    "Freighter": "models",
    "Tanker": "models",
    "FreighterRequest": "models",
    "FleetRequestParam": "params",
    "PlanetRequestParam": "params",
    "ProbeParam": "params",
    "ShipRequestParam": "params",
    "PersonParam": "params",
    "AtmosphereRequestParam": "params",
    "TankerParam": "params",
    "FreighterRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncReadOnlyAndWriteOnly as AsyncReadOnlyAndWriteOnly
    from .client import ReadOnlyAndWriteOnly as ReadOnlyAndWriteOnly
    from .models import Atmosphere as Atmosphere
    from .models import AtmosphereRequest as AtmosphereRequest
    from .models import Fleet as Fleet
    from .models import FleetRequest as FleetRequest
    from .models import Freighter as Freighter
    from .models import FreighterRequest as FreighterRequest
    from .models import Person as Person
    from .models import Planet as Planet
    from .models import PlanetRequest as PlanetRequest
    from .models import Probe as Probe
    from .models import Ship as Ship
    from .models import ShipRequest as ShipRequest
    from .models import Tanker as Tanker
    from .params import AtmosphereRequestParam as AtmosphereRequestParam
    from .params import FleetRequestParam as FleetRequestParam
    from .params import FreighterRequestParam as FreighterRequestParam
    from .params import PersonParam as PersonParam
    from .params import PlanetRequestParam as PlanetRequestParam
    from .params import ProbeParam as ProbeParam
    from .params import ShipRequestParam as ShipRequestParam
    from .params import TankerParam as TankerParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
