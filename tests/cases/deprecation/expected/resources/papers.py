# Written by nemogen.

"""Calls /v1/papers and /v2/papers."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import cached_property
from typing import Literal, overload

from typing_extensions import deprecated as _deprecated

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, StreamOperation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.stream import AsyncStream, Stream
from .._runtime.timeouts import Timeout
from ..models import Line, Paper
from ..params import LineParam

CREATE: StreamOperation[Paper, Line] = StreamOperation(
    name="papers.create",
    method="POST",
    path="/v1/papers",
    request="Paper",
    body_required=False,
    deprecated={"price": "deprecated, sunset 2027-06-01"},
    responses={"200": "Paper"},
    chunk="Line",
    stream_property="stream",
    end_marker=None,
)


LIST: Operation[list[Paper]] = Operation(
    name="papers.list",
    method="GET",
    path="/v2/papers",
    responses={"200": "list[Paper]"},
)


class Papers:
    """Calls /v1/papers and /v2/papers."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PapersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return PapersRaw(self._api)

    @overload
    @_deprecated("papers.create is deprecated.")
    def create(
        self,
        *,
        name: str | Omit = omit,
        line: LineParam | Line | Omit = omit,
        price: float | Omit = omit,
        stream: Literal[False] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Paper: ...

    @overload
    @_deprecated("papers.create is deprecated.")
    def create(
        self,
        *,
        name: str | Omit = omit,
        line: LineParam | Line | Omit = omit,
        price: float | Omit = omit,
        stream: Literal[True],
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Stream[Line]: ...

    @overload
    @_deprecated("papers.create is deprecated.")
    def create(
        self,
        *,
        name: str | Omit = omit,
        line: LineParam | Line | Omit = omit,
        price: float | Omit = omit,
        stream: bool | Omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Paper | Stream[Line]: ...

    @_deprecated("papers.create is deprecated.")
    def create(
        self,
        *,
        name: str | Omit = omit,
        line: LineParam | Line | Omit = omit,
        price: float | Omit = omit,
        stream: bool | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Paper | Stream[Line]:
        """A new paper.

        Deprecated.

        Args:
            line: One line.
            price: In cents. Deprecated, sunset 2027-06-01.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call_or_stream(
            CREATE,
            stream=stream,
            body={"name": name, "line": line, "price": price},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Paper]:
        """All papers.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class PapersRaw:
    """Like Papers, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Papers(api.raw)
        self.create = raw_method(resource.create)
        self.list = raw_method(resource.list)


class AsyncPapers:
    """Calls /v1/papers and /v2/papers."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncPapersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncPapersRaw(self._api)

    @overload
    @_deprecated("papers.create is deprecated.")
    async def create(
        self,
        *,
        name: str | Omit = omit,
        line: LineParam | Line | Omit = omit,
        price: float | Omit = omit,
        stream: Literal[False] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Paper: ...

    @overload
    @_deprecated("papers.create is deprecated.")
    async def create(
        self,
        *,
        name: str | Omit = omit,
        line: LineParam | Line | Omit = omit,
        price: float | Omit = omit,
        stream: Literal[True],
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncStream[Line]: ...

    @overload
    @_deprecated("papers.create is deprecated.")
    async def create(
        self,
        *,
        name: str | Omit = omit,
        line: LineParam | Line | Omit = omit,
        price: float | Omit = omit,
        stream: bool | Omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Paper | AsyncStream[Line]: ...

    @_deprecated("papers.create is deprecated.")
    async def create(
        self,
        *,
        name: str | Omit = omit,
        line: LineParam | Line | Omit = omit,
        price: float | Omit = omit,
        stream: bool | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Paper | AsyncStream[Line]:
        """A new paper.

        Deprecated.

        Args:
            line: One line.
            price: In cents. Deprecated, sunset 2027-06-01.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call_or_stream(
            CREATE,
            stream=stream,
            body={"name": name, "line": line, "price": price},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Paper]:
        """All papers.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncPapersRaw:
    """Like AsyncPapers, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPapers(api.raw)
        self.create = async_raw_method(resource.create)
        self.list = async_raw_method(resource.list)
