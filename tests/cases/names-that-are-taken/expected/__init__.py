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
    "OmitModel": "models",
    "StreamRequest": "models",
    "ModelModel": "models",
    "NamesThatAreTakenModel": "models",
    "MappingModel": "models",
    "ModelParam": "models",
    "Streams": "models",
    "StreamRequestParam": "params",
    "ModelModelParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncNamesThatAreTaken as AsyncNamesThatAreTaken
    from .client import NamesThatAreTaken as NamesThatAreTaken
    from .models import MappingModel as MappingModel
    from .models import ModelModel as ModelModel
    from .models import ModelParam as ModelParam
    from .models import NamesThatAreTakenModel as NamesThatAreTakenModel
    from .models import OmitModel as OmitModel
    from .models import StreamRequest as StreamRequest
    from .models import Streams as Streams
    from .models import TimeoutModel as TimeoutModel
    from .params import ModelModelParam as ModelModelParam
    from .params import StreamRequestParam as StreamRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
