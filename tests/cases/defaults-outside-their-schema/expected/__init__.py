# Written by nemogen.

"""Python client of defaults-outside-their-schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncDefaultsOutsideTheirSchema": "client",
    "DefaultsOutsideTheirSchema": "client",
    "AlarmList": "models",
    "AlarmRequest": "models",
    "Label": "models",
    "Alarm": "models",
    "AlarmRequestParam": "params",
    "LabelParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncDefaultsOutsideTheirSchema as AsyncDefaultsOutsideTheirSchema
    from .client import DefaultsOutsideTheirSchema as DefaultsOutsideTheirSchema
    from .models import Alarm as Alarm
    from .models import AlarmList as AlarmList
    from .models import AlarmRequest as AlarmRequest
    from .models import Label as Label
    from .params import AlarmRequestParam as AlarmRequestParam
    from .params import LabelParam as LabelParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
