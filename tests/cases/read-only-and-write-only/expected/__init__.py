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
    "Planet": "models",
    "PlanetRequest": "models",
    "Fleet": "models",
    "FleetRequest": "models",
    "Probe": "models",
    "Atmosphere": "models",
    "Person": "models",
    "AtmosphereRequest": "models",
    "Ship": "models",
    "ShipRequest": "models",
    "Freighter": "models",
    "Tanker": "models",
    "FreighterRequest": "models",
    "PlanetRequestParam": "params",
    "FleetRequestParam": "params",
    "ProbeParam": "params",
    "PersonParam": "params",
    "AtmosphereRequestParam": "params",
    "ShipRequestParam": "params",
    "TankerParam": "params",
    "FreighterRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncReadOnlyAndWriteOnly as AsyncReadOnlyAndWriteOnly
    from .client import ReadOnlyAndWriteOnly as ReadOnlyAndWriteOnly
    from .models import *  # noqa: F403
    from .params import *  # noqa: F403
else:
    # A type checker that saw this would let a misspelt import pass.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
