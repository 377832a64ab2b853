"""The names that every package exports besides its own clients and models, imported lazily."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .downloads import AsyncDownloadStream as AsyncDownloadStream
    from .downloads import DownloadStream as DownloadStream
    from .errors import APIConnectionError as APIConnectionError
    from .errors import APIError as APIError
    from .errors import APIResponseError as APIResponseError
    from .errors import APIStatusError as APIStatusError
    from .errors import APIStreamError as APIStreamError
    from .errors import APITimeoutError as APITimeoutError
    from .errors import ArgumentError as ArgumentError
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from .errors import ConfigurationError as ConfigurationError
    from .errors import ConflictError as ConflictError
    from .errors import DownloadError as DownloadError
    from .errors import EventTooLargeError as EventTooLargeError
    from .errors import InternalServerError as InternalServerError
    from .errors import NotAStreamError as NotAStreamError
    from .errors import NotFoundError as NotFoundError
    from .errors import PaginationError as PaginationError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import RateLimitError as RateLimitError
    from .errors import RedirectError as RedirectError
    from .errors import StreamClosedError as StreamClosedError
    from .errors import StreamConsumedError as StreamConsumedError
    from .errors import StreamDecodeError as StreamDecodeError
    from .errors import StreamEventError as StreamEventError
    from .errors import StreamInterruptedError as StreamInterruptedError
    from .errors import StreamStalledError as StreamStalledError
    from .errors import StreamTruncatedError as StreamTruncatedError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
    from .errors import WebhookSignatureError as WebhookSignatureError
    from .events import StreamEvent as StreamEvent
    from .files import BinaryContent as BinaryContent
    from .files import FileInput as FileInput
    from .files import StreamedFile as StreamedFile
    from .headers import ResponseHeaders as ResponseHeaders
    from .hooks import HookRequest as HookRequest
    from .hooks import HookResponse as HookResponse
    from .hooks import MiddlewareCall as MiddlewareCall
    from .mismatch import ContractWarning as ContractWarning
    from .mismatch import Mismatch as Mismatch
    from .omit import Omit as Omit
    from .omit import omit as omit
    from .pages import AsyncPages as AsyncPages
    from .pages import Pages as Pages
    from .problem_details import GenericProblem as GenericProblem
    from .raw_response import RawResponse as RawResponse
    from .response_stream import AsyncResponseStream as AsyncResponseStream
    from .response_stream import ResponseStream as ResponseStream
    from .retry import RetryPolicy as RetryPolicy
    from .stream import AsyncStream as AsyncStream
    from .stream import Stream as Stream
    from .timeouts import Timeout as Timeout

_ERRORS = (
    "APIConnectionError",
    "APIError",
    "APIResponseError",
    "APIStatusError",
    "APIStreamError",
    "APITimeoutError",
    "ArgumentError",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "DownloadError",
    "EventTooLargeError",
    "InternalServerError",
    "NotAStreamError",
    "NotFoundError",
    "PaginationError",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "StreamClosedError",
    "StreamConsumedError",
    "StreamDecodeError",
    "StreamEventError",
    "StreamInterruptedError",
    "StreamStalledError",
    "StreamTruncatedError",
    "UnprocessableEntityError",
    "WebhookSignatureError",
)

RUNTIME_EXPORTS: Mapping[str, str] = {
    **dict.fromkeys(_ERRORS, "_runtime.errors"),
    "ResponseStream": "_runtime.response_stream",
    "AsyncResponseStream": "_runtime.response_stream",
    "AsyncDownloadStream": "_runtime.downloads",
    "AsyncPages": "_runtime.pages",
    "AsyncStream": "_runtime.stream",
    "BinaryContent": "_runtime.files",
    "ContractWarning": "_runtime.mismatch",
    "DownloadStream": "_runtime.downloads",
    "FileInput": "_runtime.files",
    "GenericProblem": "_runtime.problem_details",
    "HookRequest": "_runtime.hooks",
    "HookResponse": "_runtime.hooks",
    "MiddlewareCall": "_runtime.hooks",
    "Mismatch": "_runtime.mismatch",
    "Omit": "_runtime.omit",
    "Pages": "_runtime.pages",
    "RawResponse": "_runtime.raw_response",
    "ResponseHeaders": "_runtime.headers",
    "RetryPolicy": "_runtime.retry",
    "Stream": "_runtime.stream",
    "StreamEvent": "_runtime.events",
    "StreamedFile": "_runtime.files",
    "Timeout": "_runtime.timeouts",
    "omit": "_runtime.omit",
}
"""Public names, and the modules of a package that they are imported from when somebody asks for them."""


def lazy(package: str, exports: Mapping[str, str]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """`__getattr__` and `__dir__` of a package (PEP 562): a name is imported when it is first used."""

    def load(name: str) -> Any:
        if name not in exports:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{package}.{exports[name]}"), name)
        setattr(importlib.import_module(package), name, value)
        return value

    return load, lambda: sorted(exports)
