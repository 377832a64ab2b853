# Written by nemogen.

"""Python client of constants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncConstants": "client",
    "Constants": "client",
    "CardRequest": "models",
    "Front": "models",
    "PictureFront": "models",
    "WordsFront": "models",
    "PrintJob": "models",
    "CardRequestParam": "params",
    "FrontParam": "params",
    "PictureFrontParam": "params",
    "WordsFrontParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncConstants as AsyncConstants
    from .client import Constants as Constants
    from .models import CardRequest as CardRequest
    from .models import Front as Front
    from .models import PictureFront as PictureFront
    from .models import PrintJob as PrintJob
    from .models import WordsFront as WordsFront
    from .params import CardRequestParam as CardRequestParam
    from .params import FrontParam as FrontParam
    from .params import PictureFrontParam as PictureFrontParam
    from .params import WordsFrontParam as WordsFrontParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
