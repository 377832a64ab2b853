# Written by nemogen.

"""Calls /v1/sketches."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, overload

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import StreamOperation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.stream import AsyncStream, Stream
from .._runtime.timeouts import Timeout
from ..models import Plan

CREATE: StreamOperation[Plan, Plan] = StreamOperation(
    name="sketches.create",
    method="POST",
    path="/v1/sketches",
    request="SketchRequest",
    responses={"200": "Plan"},
    chunk="Plan",
    stream_property="stream",
    end_marker=None,
)


class Sketches:
    """Calls /v1/sketches."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> SketchesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return SketchesRaw(self._api)

    @overload
    def create(
        self,
        *,
        five: str | Omit = omit,
        four: str | Omit = omit,
        one: str | Omit = omit,
        str: str | Omit = omit,
        stream: Literal[False] | Omit = omit,
        three: str | Omit = omit,
        two: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Plan: ...

    @overload
    def create(
        self,
        *,
        five: str | Omit = omit,
        four: str | Omit = omit,
        one: str | Omit = omit,
        str: str | Omit = omit,
        stream: Literal[True],
        three: str | Omit = omit,
        two: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Stream[Plan]: ...

    @overload
    def create(
        self,
        *,
        five: str | Omit = omit,
        four: str | Omit = omit,
        one: str | Omit = omit,
        str: str | Omit = omit,
        stream: bool | Omit,
        three: str | Omit = omit,
        two: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Plan | Stream[Plan]: ...

    def create(
        self,
        *,
        five: str | Omit = omit,
        four: str | Omit = omit,
        one: str | Omit = omit,
        str: str | Omit = omit,
        stream: bool | Omit = omit,
        three: str | Omit = omit,
        two: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Plan | Stream[Plan]:
        """Draws a sketch.

        Args:
            str: Called like a type.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call_or_stream(
            CREATE,
            stream=stream,
            body={"five": five, "four": four, "one": one, "str": str, "three": three, "two": two},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class SketchesRaw:
    """Like Sketches, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Sketches(api.raw)
        self.create = raw_method(resource.create)


class AsyncSketches:
    """Calls /v1/sketches."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncSketchesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncSketchesRaw(self._api)

    @overload
    async def create(
        self,
        *,
        five: str | Omit = omit,
        four: str | Omit = omit,
        one: str | Omit = omit,
        str: str | Omit = omit,
        stream: Literal[False] | Omit = omit,
        three: str | Omit = omit,
        two: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Plan: ...

    @overload
    async def create(
        self,
        *,
        five: str | Omit = omit,
        four: str | Omit = omit,
        one: str | Omit = omit,
        str: str | Omit = omit,
        stream: Literal[True],
        three: str | Omit = omit,
        two: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncStream[Plan]: ...

    @overload
    async def create(
        self,
        *,
        five: str | Omit = omit,
        four: str | Omit = omit,
        one: str | Omit = omit,
        str: str | Omit = omit,
        stream: bool | Omit,
        three: str | Omit = omit,
        two: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Plan | AsyncStream[Plan]: ...

    async def create(
        self,
        *,
        five: str | Omit = omit,
        four: str | Omit = omit,
        one: str | Omit = omit,
        str: str | Omit = omit,
        stream: bool | Omit = omit,
        three: str | Omit = omit,
        two: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Plan | AsyncStream[Plan]:
        """Draws a sketch.

        Args:
            str: Called like a type.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call_or_stream(
            CREATE,
            stream=stream,
            body={"five": five, "four": four, "one": one, "str": str, "three": three, "two": two},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncSketchesRaw:
    """Like AsyncSketches, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncSketches(api.raw)
        self.create = async_raw_method(resource.create)
