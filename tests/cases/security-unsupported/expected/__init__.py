# Written by nemogen.

"""Python client of security-unsupported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
<<<<<<< HEAD:tests/cases/security-unsupported/expected/__init__.py
    "AsyncSecurityUnsupported": "client",
    "SecurityUnsupported": "client",
=======
    "AsyncSecurityBasic": "client",
    "SecurityBasic": "client",
    "State": "models",
>>>>>>> names2:tests/cases/security-basic/expected/__init__.py
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
<<<<<<< HEAD:tests/cases/security-unsupported/expected/__init__.py
    from .client import AsyncSecurityUnsupported as AsyncSecurityUnsupported
    from .client import SecurityUnsupported as SecurityUnsupported
=======
    from .client import AsyncSecurityBasic as AsyncSecurityBasic
    from .client import SecurityBasic as SecurityBasic
    from .models import State as State
>>>>>>> names2:tests/cases/security-basic/expected/__init__.py
else:
    # A type checker that saw this would let a misspelt import pass.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
