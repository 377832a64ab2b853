# Written by nemogen.

"""Python client of components-that-clash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncComponentsThatClash": "client",
    "ComponentsThatClash": "client",
    "VoiceRequest": "models",
    "VoiceGroupModel": "models",
    "VoiceGroup": "models",
    "VoiceRequestParam": "params",
    "VoiceGroupModelParam": "params",
    "VoiceGroupParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncComponentsThatClash as AsyncComponentsThatClash
    from .client import ComponentsThatClash as ComponentsThatClash
    from .models import VoiceGroup as VoiceGroup
    from .models import VoiceGroupModel as VoiceGroupModel
    from .models import VoiceRequest as VoiceRequest
    from .params import VoiceGroupModelParam as VoiceGroupModelParam
    from .params import VoiceGroupParam as VoiceGroupParam
    from .params import VoiceRequestParam as VoiceRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
