# Written by nemogen.

"""Python client of children-by-all-of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncChildrenByAllOf": "client",
    "ChildrenByAllOf": "client",
    "Animal": "models",
    "Box": "models",
    "CatBase": "models",
    "Dog": "models",
    "Siamese": "models",
    "AnimalBase": "models",
    "Cat": "models",
    "AnimalParam": "params",
    "CatBaseParam": "params",
    "DogParam": "params",
    "SiameseParam": "params",
    "AnimalBaseParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncChildrenByAllOf as AsyncChildrenByAllOf
    from .client import ChildrenByAllOf as ChildrenByAllOf
    from .models import Animal as Animal
    from .models import AnimalBase as AnimalBase
    from .models import Box as Box
    from .models import Cat as Cat
    from .models import CatBase as CatBase
    from .models import Dog as Dog
    from .models import Siamese as Siamese
    from .params import AnimalBaseParam as AnimalBaseParam
    from .params import AnimalParam as AnimalParam
    from .params import CatBaseParam as CatBaseParam
    from .params import DogParam as DogParam
    from .params import SiameseParam as SiameseParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
