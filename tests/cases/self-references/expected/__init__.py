# Written by nemogen.

"""Python client of self-references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncSelfReferences": "client",
    "SelfReferences": "client",
    "Pair": "models",
    "Pet": "models",
    "Tree": "models",
    "Variant": "models",
    "VariantCreateResponse": "models",
    "Cat": "models",
    "Dog": "models",
    "VariantParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncSelfReferences as AsyncSelfReferences
    from .client import SelfReferences as SelfReferences
    from .models import Cat as Cat
    from .models import Dog as Dog
    from .models import Pair as Pair
    from .models import Pet as Pet
    from .models import Tree as Tree
    from .models import Variant as Variant
    from .models import VariantCreateResponse as VariantCreateResponse
    from .params import VariantParam as VariantParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
