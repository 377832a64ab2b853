# Written by nemogen.

"""Python client of discriminators-by-mapping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncDiscriminatorsByMapping": "client",
    "DiscriminatorsByMapping": "client",
    "Animal": "models",
    "AnimalCreateResponse": "models",
    "Keeper": "models",
    "Vet": "models",
    "Guard": "models",
    "Cat": "models",
    "Dog": "models",
    "AnimalParam": "params",
    "CatParam": "params",
    "DogParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncDiscriminatorsByMapping as AsyncDiscriminatorsByMapping
    from .client import DiscriminatorsByMapping as DiscriminatorsByMapping
    from .models import Animal as Animal
    from .models import AnimalCreateResponse as AnimalCreateResponse
    from .models import Cat as Cat
    from .models import Dog as Dog
    from .models import Guard as Guard
    from .models import Keeper as Keeper
    from .models import Vet as Vet
    from .params import AnimalParam as AnimalParam
    from .params import CatParam as CatParam
    from .params import DogParam as DogParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
