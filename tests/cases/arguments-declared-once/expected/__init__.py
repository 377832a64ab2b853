# Written by nemogen.

"""Python client of arguments-declared-once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncArgumentsDeclaredOnce": "client",
    "ArgumentsDeclaredOnce": "client",
    "PlanList": "models",
    "Plan": "models",
    "Draft": "models",
    "Problem": "models",
    "SketchRequest": "models",
    "DraftParam": "params",
    "SketchRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import ArgumentsDeclaredOnce as ArgumentsDeclaredOnce
    from .client import AsyncArgumentsDeclaredOnce as AsyncArgumentsDeclaredOnce
    from .models import Draft as Draft
    from .models import Plan as Plan
    from .models import PlanList as PlanList
    from .models import Problem as Problem
    from .models import SketchRequest as SketchRequest
    from .params import DraftParam as DraftParam
    from .params import SketchRequestParam as SketchRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
