# Written by nemogen.

"""Python client of request-media-types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncRequestMediaTypes": "client",
    "RequestMediaTypes": "client",
    "Job": "models",
    "JobRequest": "models",
    "JobRequestFormData": "models",
    "Options": "models",
    "JobParam": "params",
    "JobRequestParam": "params",
    "JobRequestFormDataParam": "params",
    "OptionsParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncRequestMediaTypes as AsyncRequestMediaTypes
    from .client import RequestMediaTypes as RequestMediaTypes
    from .models import Job as Job
    from .models import JobRequest as JobRequest
    from .models import JobRequestFormData as JobRequestFormData
    from .models import Options as Options
    from .params import JobParam as JobParam
    from .params import JobRequestFormDataParam as JobRequestFormDataParam
    from .params import JobRequestParam as JobRequestParam
    from .params import OptionsParam as OptionsParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
