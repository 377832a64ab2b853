"""The arguments of a resource's method, on their way to a request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypedDict

from .omit import Omit, omit
from .operation import Operation
from .timeouts import Timeout

_OPTIONS = frozenset({"extra_headers", "extra_query", "extra_body", "timeout"})
"""The arguments that every method takes besides those of its operation."""


class Given(TypedDict, total=False):
    """The arguments that methods pass on: `arguments` go into the path, query and headers, `body` into the body.

    `url` is the address of a page that the API returned, in place of path and query. `is_continued`: the call goes on
    to another page, so that its caller has been warned already.
    """

    arguments: Mapping[str, Any] | None
    body: Any
    extra_headers: Mapping[str, str | Omit] | None
    extra_query: Mapping[str, Any] | None
    extra_body: Mapping[str, Any] | None
    timeout: float | Timeout | Omit | None
    url: str
    is_continued: bool


class CallArguments(NamedTuple):
    """One call of an operation: whether it requests a stream, or a body that is read as it arrives, and its arguments
    (see `Given`)."""

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
    is_continued: bool = False

    def with_more_headers(self, headers: Mapping[str, str]) -> CallArguments:
        """The same call with these headers besides."""
        return CallArguments(
            operation=self.operation,
            streaming=self.streaming,
            downloading=self.downloading,
            arguments=self.arguments,
            body=self.body,
            extra_headers={**(self.extra_headers or {}), **headers},
            extra_query=self.extra_query,
            extra_body=self.extra_body,
            timeout=self.timeout,
            url=self.url,
            is_continued=self.is_continued,
        )


def sort_arguments(
    operation: Operation[Any], keywords: Mapping[str, object], positional: Mapping[str, object] | None = None
) -> Given:
    """Arguments of a method by where they are sent: in path, query and headers, or in the body.

    Raises TypeError where one is unknown, or a required one is missing.
    """
    declared = operation.keywords
    assert declared is not None, "the method declares its arguments as keywords"
    declared.check(operation.name, keywords)
    outside = {parameter.argument for parameter in operation.parameters} if operation.parameters else frozenset()
    wire_names = {python: wire for wire, python in operation.python_names.items()} if operation.python_names else {}
    arguments: dict[str, object] = {}
    body: dict[str, object] = {}
    options: dict[str, object] = {}
    for name, value in {**declared.defaults, **keywords, **(positional or {})}.items():
        if name in _OPTIONS:
            options[name] = value
        elif name in outside:
            arguments[name] = value
        else:
            body[wire_names.get(name, name)] = value
    given: Given = {"arguments": arguments, **options}  # type: ignore[typeddict-item]
    if body or declared.names - outside - _OPTIONS:
        given["body"] = body
    return given
