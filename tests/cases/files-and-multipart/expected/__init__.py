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
    "ParcelPhotoCreateParameters": "models",
    "ParcelPhoto": "models",
    "ParcelPhotoRequestParam": "params",
    "TakenAtParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncFilesAndMultipart, FilesAndMultipart
    from .models import ParcelPhoto, ParcelPhotoCreateParameters, ParcelPhotoRequest, TakenAt
    from .params import ParcelPhotoRequestParam, TakenAtParam

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
