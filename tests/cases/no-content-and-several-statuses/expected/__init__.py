# Written by nemogen.

"""Python client of no-content-and-several-statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncNoContentAndSeveralStatuses": "client",
    "NoContentAndSeveralStatuses": "client",
    "LetterReplaceRequest": "models",
    "Letter": "models",
    "LetterReplaceResponse": "models",
    "LetterError": "models",
    "LetterReplaceRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncNoContentAndSeveralStatuses as AsyncNoContentAndSeveralStatuses
    from .client import NoContentAndSeveralStatuses as NoContentAndSeveralStatuses
    from .models import Letter as Letter
    from .models import LetterError as LetterError
    from .models import LetterReplaceRequest as LetterReplaceRequest
    from .models import LetterReplaceResponse as LetterReplaceResponse
    from .params import LetterReplaceRequestParam as LetterReplaceRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
