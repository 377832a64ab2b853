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
    "Keeper": "models",
    "Vet": "models",
    "Guard": "models",
    "AnimalCreateResponse": "models",
    "Cat": "models",
    "Dog": "models",
    "AnimalParam": "params",
    "CatParam": "params",
    "DogParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncDiscriminatorsByMapping, DiscriminatorsByMapping
    from .models import Animal, AnimalCreateResponse, Cat, Dog, Guard, Keeper, Vet
    from .params import AnimalParam, CatParam, DogParam

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
