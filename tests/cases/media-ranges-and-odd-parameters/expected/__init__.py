# Written by nemogen.

"""Python client of media-ranges-and-odd-parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncMediaRangesAndOddParameters": "client",
    "MediaRangesAndOddParameters": "client",
    "PhoneCall": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncMediaRangesAndOddParameters as AsyncMediaRangesAndOddParameters
    from .client import MediaRangesAndOddParameters as MediaRangesAndOddParameters
    from .models import PhoneCall as PhoneCall
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
