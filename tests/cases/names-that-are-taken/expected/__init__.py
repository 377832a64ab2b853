# Written by nemogen.

"""Python client of names-that-are-taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncNamesThatAreTaken": "client",
    "NamesThatAreTaken": "client",
    "TimeoutModel": "models",
    "SettingsObjectOmitRetrieveParameters": "models",
    "OmitModel": "models",
    "StreamRequest": "models",
    "ModelModel": "models",
    "NamesThatAreTakenModel": "models",
    "MappingModel": "models",
    "Streams": "models",
    "ModelParam": "models",
    "StreamRequestParam": "params",
    "ModelModelParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncNamesThatAreTaken, NamesThatAreTaken
    from .models import (
        MappingModel,
        ModelModel,
        ModelParam,
        NamesThatAreTakenModel,
        OmitModel,
        SettingsObjectOmitRetrieveParameters,
        StreamRequest,
        Streams,
        TimeoutModel,
    )
    from .params import ModelModelParam, StreamRequestParam

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
