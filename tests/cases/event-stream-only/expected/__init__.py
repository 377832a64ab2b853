# Written by nemogen.

"""Python client of event-stream-only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncEventStreamOnly": "client",
    "EventStreamOnly": "client",
    "AlertRequest": "models",
    "AlertEvent": "models",
    "WarningAlertEvent": "models",
    "AliveAlertEvent": "models",
    "LevelEvent": "models",
    "AlertRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncEventStreamOnly as AsyncEventStreamOnly
    from .client import EventStreamOnly as EventStreamOnly
    from .models import AlertEvent as AlertEvent
    from .models import AlertRequest as AlertRequest
    from .models import AliveAlertEvent as AliveAlertEvent
    from .models import LevelEvent as LevelEvent
    from .models import WarningAlertEvent as WarningAlertEvent
    from .params import AlertRequestParam as AlertRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
