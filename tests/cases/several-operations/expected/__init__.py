# Written by nemogen.

"""Python client of several-operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncSeveralOperations": "client",
    "SeveralOperations": "client",
    "Book": "models",
    "BookRetrieveParameters": "models",
    "BookReplaceParameters": "models",
    "BookDeleteParameters": "models",
    "BookUpdateParameters": "models",
    "BookHeadParameters": "models",
    "BookLoanListParameters": "models",
    "BookLoanCancelParameters": "models",
    "Author": "models",
    "BookParam": "params",
    "AuthorParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncSeveralOperations, SeveralOperations
    from .models import (
        Author,
        Book,
        BookDeleteParameters,
        BookHeadParameters,
        BookLoanCancelParameters,
        BookLoanListParameters,
        BookReplaceParameters,
        BookRetrieveParameters,
        BookUpdateParameters,
    )
    from .params import AuthorParam, BookParam

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
