# Written by nemogen.

"""Python client of characters-newer-than-a-python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncCharactersNewerThanAPython": "client",
    "CharactersNewerThanAPython": "client",
    "OrderRequest": "models",
    "U2Ebf0": "models",
    "Shake": "models",
    "OrderRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncCharactersNewerThanAPython as AsyncCharactersNewerThanAPython
    from .client import CharactersNewerThanAPython as CharactersNewerThanAPython
    from .models import OrderRequest as OrderRequest
    from .models import Shake as Shake
    from .models import U2Ebf0 as U2Ebf0
    from .params import OrderRequestParam as OrderRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
