# Written by nemogen.

"""Python client of inline-objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncInlineObjects": "client",
    "InlineObjects": "client",
    "RehearsalRequest": "models",
    "Hall": "models",
    "Conductor": "models",
    "Soloist": "models",
    "Piece": "models",
    "PieceHall": "models",
    "Rehearsal": "models",
    "RehearsalPiece": "models",
    "ChoiceItem": "models",
    "RehearsalRequestParam": "params",
    "HallParam": "params",
    "ConductorParam": "params",
    "SoloistParam": "params",
    "PieceParam": "params",
    "PieceHallParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncInlineObjects as AsyncInlineObjects
    from .client import InlineObjects as InlineObjects
    from .models import *  # noqa: F403
    from .params import *  # noqa: F403
else:
    # A type checker that saw this would let a misspelt import pass.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
