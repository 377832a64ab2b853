# Written by nemogen.

"""Python client of names-that-differ-by-case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncNamesThatDifferByCase": "client",
    "NamesThatDifferByCase": "client",
    "UserModel": "models",
    "User": "models",
    "UserModelParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncNamesThatDifferByCase as AsyncNamesThatDifferByCase
    from .client import NamesThatDifferByCase as NamesThatDifferByCase
    from .models import User as User
    from .models import UserModel as UserModel
    from .params import UserModelParam as UserModelParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
