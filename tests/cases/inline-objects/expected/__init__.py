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
    "Conductor": "models",
    "Hall": "models",
    "Piece": "models",
    "PieceHall": "models",
    "Soloist": "models",
    "Rehearsal": "models",
    "ChoiceItem": "models",
    "RehearsalPiece": "models",
    "RehearsalRequestParam": "params",
    "ConductorParam": "params",
    "HallParam": "params",
    "PieceParam": "params",
    "PieceHallParam": "params",
    "SoloistParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncInlineObjects as AsyncInlineObjects
    from .client import InlineObjects as InlineObjects
    from .models import ChoiceItem as ChoiceItem
    from .models import Conductor as Conductor
    from .models import Hall as Hall
    from .models import Piece as Piece
    from .models import PieceHall as PieceHall
    from .models import Rehearsal as Rehearsal
    from .models import RehearsalPiece as RehearsalPiece
    from .models import RehearsalRequest as RehearsalRequest
    from .models import Soloist as Soloist
    from .params import ConductorParam as ConductorParam
    from .params import HallParam as HallParam
    from .params import PieceHallParam as PieceHallParam
    from .params import PieceParam as PieceParam
    from .params import RehearsalRequestParam as RehearsalRequestParam
    from .params import SoloistParam as SoloistParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
