"""User functions that are called around each request, and around each call with all its requests."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from .call_arguments import CallArguments
from .errors import ConfigurationError


@dataclass(frozen=True, slots=True, kw_only=True)
class HookRequest:
    """A request, before it is sent. A hook may add to `headers`; those that carry the key are not among them."""

    operation: str
    method: str
    url: str
    headers: dict[str, str]
    attempt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HookResponse:
    """The outcome of a request after `seconds`: status and headers, or the text of an error."""

    operation: str
    method: str
    url: str
    status: int | None
    headers: Mapping[str, str]
    request_id: str | None
    seconds: float
    attempt: int
    error: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MiddlewareCall:
    """A call of a method, with all attempts. `path` is the template of the API, `arguments` are those of path, query
    and headers, `body` is what is sent besides. A middleware may add to `headers`.
    """

    operation: str
    method: str
    path: str
    streaming: bool
    arguments: Mapping[str, Any]
    body: Any
    headers: dict[str, str] = field(default_factory=dict)


RequestHook: TypeAlias = Callable[[HookRequest], Any]
"""Called before each request; of the async client it may be a coroutine function."""
ResponseHook: TypeAlias = Callable[[HookResponse], Any]
"""Called after each request, with its response or error; of the async client it may be a coroutine function."""
Middleware: TypeAlias = Callable[[MiddlewareCall, Callable[[], Any]], Any]
"""Called in place of each call, with a function that makes it and gives its result; of the async client, a
coroutine function, and so is what it is given. What it returns is what the caller of the method gets."""

_Send: TypeAlias = Callable[[CallArguments], object]


def run(hooks: Iterable[Callable[[Any], object]], event: object) -> None:
    """Call hooks. Raises what they raise, and ConfigurationError for one that is asynchronous."""
    for hook in hooks:
        _refuse_awaitable(hook(event), "hook")


async def run_async(hooks: Iterable[Callable[[Any], object]], event: object) -> None:
    """Call hooks, awaiting async ones. Raises what they raise."""
    for hook in hooks:
        result = hook(event)
        if inspect.isawaitable(result):
            await result


def through(middleware: Iterable[Middleware], given: CallArguments, send: _Send) -> object:
    """What the outermost middleware makes of a call; the first is outermost."""
    result = _wrapped(middleware, given, send)()
    _refuse_awaitable(result, "middleware")
    return result


async def through_async(middleware: Iterable[Middleware], given: CallArguments, send: _Send) -> object:
    """Like `through`, for coroutine functions."""
    result = _wrapped(middleware, given, send)()
    if not isinstance(result, Awaitable):
        raise ConfigurationError("the async client needs async middleware: use async def")
    outcome: object = await result
    return outcome


def _wrapped(middleware: Iterable[Middleware], given: CallArguments, send: _Send) -> Callable[[], object]:
    operation = given.operation
    call = MiddlewareCall(
        operation=operation.name,
        method=operation.method,
        path=operation.path,
        streaming=given.streaming,
        arguments=given.arguments or {},
        body=given.body,
    )

    def innermost() -> object:
        return send(given.with_more_headers(call.headers))

    proceed: Callable[[], object] = innermost
    for each in reversed(tuple(middleware)):
        proceed = _bound(each, call, proceed)
    return proceed


def _bound(middleware: Middleware, call: MiddlewareCall, proceed: Callable[[], object]) -> Callable[[], object]:
    return lambda: middleware(call, proceed)


def _refuse_awaitable(result: object, what: str) -> None:
    if inspect.iscoroutine(result):
        result.close()
        raise ConfigurationError(f"a {what} that is async needs the async client")
