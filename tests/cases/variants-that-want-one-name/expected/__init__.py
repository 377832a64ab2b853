# Written by nemogen.

"""Python client of variants-that-want-one-name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncVariantsThatWantOneName": "client",
    "VariantsThatWantOneName": "client",
    "DiskState": "models",
    "DiskStateCreating": "models",
    "DiskStateDetached": "models",
    "DiskStateDestroyed": "models",
    "DiskStateFaulted": "models",
    "DiskStateGone": "models",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncVariantsThatWantOneName as AsyncVariantsThatWantOneName
    from .client import VariantsThatWantOneName as VariantsThatWantOneName
    from .models import DiskState as DiskState
    from .models import DiskStateCreating as DiskStateCreating
    from .models import DiskStateDestroyed as DiskStateDestroyed
    from .models import DiskStateDetached as DiskStateDetached
    from .models import DiskStateFaulted as DiskStateFaulted
    from .models import DiskStateGone as DiskStateGone
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
