"""The raw response."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Generic, ParamSpec, cast, overload

from typing_extensions import TypeVar

from .mismatch import Mismatch

P = ParamSpec("P")
T = TypeVar("T")
HeadersT = TypeVar("HeadersT", default=Mapping[str, str])
OwnT = TypeVar("OwnT")


class RawResponse(Generic[T, HeadersT]):
    """Status, headers (names in lower case), request id, bytes and the parsed object of a response with a 2xx status.

    `content` is empty if `parsed` is a stream, which reads the bytes itself.
    """

    __slots__ = ("_headers", "_parse", "_parsed", "content", "headers", "request_id", "status")

    def __init__(
        self,
        *,
        status: int,
        headers: Mapping[str, str],
        request_id: str | None,
        content: bytes,
        parse: Callable[[], T],
        typed: Callable[[Mapping[str, str]], HeadersT] | None = None,
    ) -> None:
        self.status = status
        self.headers = headers
        self.request_id = request_id
        self.content = content
        self._parse: Callable[[], T] | None = parse
        self._parsed: T | None = None
        self._headers = typed

    def __repr__(self) -> str:
        return f"RawResponse({self.status}, {len(self.content):,} bytes, request id {self.request_id})"

    @property
    def status_code(self) -> int:
        """The same as `status`."""
        return self.status

    @property
    def parsed(self) -> T:
        """The result of the method without `with_raw_response`. Decoded on access; raises like the method."""
        if self._parse is not None:
            self._parsed = self._parse()
            self._parse = None
        return cast(T, self._parsed)

    @property
    def typed_headers(self) -> HeadersT:
        """The headers that the spec declares, as Python values; all `headers` if it declares none."""
        return self._headers(self.headers) if self._headers is not None else cast(HeadersT, self.headers)

    @property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """The locations where the response does not match the spec."""
        return getattr(self.parsed, "mismatches", ())


@overload
def raw_method(method: Callable[P, T]) -> Callable[P, RawResponse[T]]: ...


@overload
def raw_method(method: Callable[P, T], _: type[OwnT]) -> Callable[P, RawResponse[T, OwnT]]: ...


def raw_method(method: Callable[P, T], _: object = None) -> Any:
    """The type of a method whose resource was made with `api.raw`: all that changes is what a type checker knows, the
    class of its headers among it."""
    return method


@overload
def async_raw_method(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[RawResponse[T]]]: ...


@overload
def async_raw_method(
    method: Callable[P, Awaitable[T]], _: type[OwnT]
) -> Callable[P, Awaitable[RawResponse[T, OwnT]]]: ...


def async_raw_method(method: Callable[P, Awaitable[T]], _: object = None) -> Any:
    """Like `raw_method`, for a coroutine."""
    return method
