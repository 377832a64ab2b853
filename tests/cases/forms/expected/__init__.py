# Written by nemogen.

"""Python client of forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncForms": "client",
    "Forms": "client",
    "NameReplaceResponse": "models",
    "NameRequest": "models",
    "NameUpdateRequest": "models",
    "Name": "models",
    "NameRequestParam": "params",
    "NameUpdateRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncForms as AsyncForms
    from .client import Forms as Forms
    from .models import Name as Name
    from .models import NameReplaceResponse as NameReplaceResponse
    from .models import NameRequest as NameRequest
    from .models import NameUpdateRequest as NameUpdateRequest
    from .params import NameRequestParam as NameRequestParam
    from .params import NameUpdateRequestParam as NameUpdateRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
