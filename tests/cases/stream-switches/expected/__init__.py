# Written by nemogen.

"""Python client of stream-switches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncStreamSwitches": "client",
    "StreamSwitches": "client",
    "FeedRequest": "models",
    "TalkPiece": "models",
    "RiverRequest": "models",
    "Talk": "models",
    "RumourRequest": "models",
    "TalkRequest": "models",
    "FeedRequestParam": "params",
    "RiverRequestParam": "params",
    "RumourRequestParam": "params",
    "TalkRequestParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncStreamSwitches as AsyncStreamSwitches
    from .client import StreamSwitches as StreamSwitches
    from .models import FeedRequest as FeedRequest
    from .models import RiverRequest as RiverRequest
    from .models import RumourRequest as RumourRequest
    from .models import Talk as Talk
    from .models import TalkPiece as TalkPiece
    from .models import TalkRequest as TalkRequest
    from .params import FeedRequestParam as FeedRequestParam
    from .params import RiverRequestParam as RiverRequestParam
    from .params import RumourRequestParam as RumourRequestParam
    from .params import TalkRequestParam as TalkRequestParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
