"""What every package gives besides its own clients and models, and how it gives it: when it is asked for."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .errors import (
    )

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
    "EventTooLargeError",
    "InternalServerError",
    "NotAStreamError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "RedirectError",
    "StreamConsumedError",
    "StreamDecodeError",
    "StreamEventError",
    "StreamInterruptedError",
    "StreamStalledError",
    "StreamTruncatedError",
    "UnprocessableEntityError",
)

RUNTIME_EXPORTS: Mapping[str, str] = {
    **dict.fromkeys(_ERRORS, "_runtime.errors"),
    "AnswerStream": "_runtime.gather",
    "AsyncAnswerStream": "_runtime.gather",
    "AsyncStream": "_runtime.stream",
    "BinaryContent": "_runtime.files",
    "ContractWarning": "_runtime.mismatch",
    "FileInput": "_runtime.files",
    "HookRequest": "_runtime.options",
    "HookResponse": "_runtime.options",
    "Mismatch": "_runtime.mismatch",
    "Omit": "_runtime.omit",
    "RawResponse": "_runtime.raw",
    "RetryPolicy": "_runtime.retry",
    "Stream": "_runtime.stream",
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
