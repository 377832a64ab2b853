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
    "LateTrain": "models",
    "LateTrainRequest": "models",
    "Train": "models",
    "LateTrainRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncYamlThatIsNoJson as AsyncYamlThatIsNoJson
    from .client import YamlThatIsNoJson as YamlThatIsNoJson
    from .models import LateTrain as LateTrain
    from .models import LateTrainRequest as LateTrainRequest
    from .models import Train as Train
    from .params import LateTrainRequestParam as LateTrainRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
