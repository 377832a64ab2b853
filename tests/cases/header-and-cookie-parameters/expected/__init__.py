# Written by nemogen.

"""Python client of header-and-cookie-parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncHeaderAndCookieParameters": "client",
    "HeaderAndCookieParameters": "client",
    "TicketRequest": "models",
    "Ticket": "models",
    "TicketRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncHeaderAndCookieParameters as AsyncHeaderAndCookieParameters
    from .client import HeaderAndCookieParameters as HeaderAndCookieParameters
    from .models import Ticket as Ticket
    from .models import TicketRequest as TicketRequest
    from .params import TicketRequestParam as TicketRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
