# Written by nemogen.

"""Calls /v1/lines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.files import FileInput
from .._runtime.iterables import AsyncIterable, Iterable
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Row
from ..params import RowParam

CREATE: Operation[None] = Operation(
    name="lines.create",
    method="POST",
    path="/v1/lines",
    body_kind="lines",
    body_type="application/x-ndjson",
    request="Row",
    responses={"204": "None"},
)


class Lines:
    """Calls /v1/lines."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> LinesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return LinesRaw(self._api)

    def create(
        self,
        *,
        body: Iterable[RowParam | Row] | AsyncIterable[RowParam | Row] | FileInput,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Stores rows.

        Args:
            body: The items that are sent, each when it is its turn; a file holds them as they are sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class LinesRaw:
    """Like Lines, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Lines(api.raw)
        self.create = raw_method(resource.create)


class AsyncLines:
    """Calls /v1/lines."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncLinesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncLinesRaw(self._api)

    async def create(
        self,
        *,
        body: Iterable[RowParam | Row] | AsyncIterable[RowParam | Row] | FileInput,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Stores rows.

        Args:
            body: The items that are sent, each when it is its turn; a file holds them as they are sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncLinesRaw:
    """Like AsyncLines, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncLines(api.raw)
        self.create = async_raw_method(resource.create)
