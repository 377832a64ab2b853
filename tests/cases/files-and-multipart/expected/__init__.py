# Written by nemogen.

"""Python client of files-and-multipart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncFilesAndMultipart": "client",
    "FilesAndMultipart": "client",
    "ParcelPhotoRequest": "models",
    "TakenAt": "models",
    "ParcelPhoto": "models",
    "ParcelPhotoRequestParam": "params",
    "TakenAtParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncFilesAndMultipart as AsyncFilesAndMultipart
    from .client import FilesAndMultipart as FilesAndMultipart
    from .models import ParcelPhoto as ParcelPhoto
    from .models import ParcelPhotoRequest as ParcelPhotoRequest
    from .models import TakenAt as TakenAt
    from .params import ParcelPhotoRequestParam as ParcelPhotoRequestParam
    from .params import TakenAtParam as TakenAtParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
