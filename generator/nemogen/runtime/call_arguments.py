"""What a method of a resource was called with, on its way to a request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from .omit import Omit, omit
from .operation import Operation
from .timeouts import Timeout


class Given(TypedDict, total=False):
    """What methods pass on: `arguments` travel in the path, the query and headers, `body` in the body.

    `url` is the address of a page that the API named itself, in the place of path and query.
    """

    arguments: Mapping[str, Any] | None
    body: Any
    extra_headers: Mapping[str, str | Omit] | None
    extra_query: Mapping[str, Any] | None
    extra_body: Mapping[str, Any] | None
    timeout: float | Timeout | Omit | None
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallArguments:
    """One call of an operation: whether it asks for a stream, or for a body that is read while it comes, and what was
    given, as `Given` has it."""

    operation: Operation[Any]
    streaming: bool = False
    downloading: bool = False
    arguments: Mapping[str, Any] | None = None
    body: Any = None
    extra_headers: Mapping[str, str | Omit] | None = None
    extra_query: Mapping[str, Any] | None = None
    extra_body: Mapping[str, Any] | None = None
    timeout: float | Timeout | Omit | None = omit
    url: str = ""
