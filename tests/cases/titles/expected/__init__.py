# Written by nemogen.

"""Python client of titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncTitles": "client",
    "Titles": "client",
    "Questionnaire": "models",
    "Place": "models",
    "Person": "models",
    "Stamp": "models",
    "Witness": "models",
    "QuestionnaireParam": "params",
    "PlaceParam": "params",
    "PersonParam": "params",
    "StampParam": "params",
    "WitnessParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncTitles as AsyncTitles
    from .client import Titles as Titles
    from .models import Person as Person
    from .models import Place as Place
    from .models import Questionnaire as Questionnaire
    from .models import Stamp as Stamp
    from .models import Witness as Witness
    from .params import PersonParam as PersonParam
    from .params import PlaceParam as PlaceParam
    from .params import QuestionnaireParam as QuestionnaireParam
    from .params import StampParam as StampParam
    from .params import WitnessParam as WitnessParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
