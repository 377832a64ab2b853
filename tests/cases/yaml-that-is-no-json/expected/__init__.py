# Written by nemogen.

"""Python client of yaml-that-is-no-json."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncYamlThatIsNoJson": "client",
    "YamlThatIsNoJson": "client",
    "TrainListParameters": "models",
    "Train": "models",
    "LateTrainListParameters": "models",
    "LateTrain": "models",
    "LateTrainRequest": "models",
    "LateTrainCreateParameters": "models",
    "LateTrainRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncYamlThatIsNoJson, YamlThatIsNoJson
    from .models import (
        LateTrain,
        LateTrainCreateParameters,
        LateTrainListParameters,
        LateTrainRequest,
        Train,
        TrainListParameters,
    )
    from .params import LateTrainRequestParam

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
