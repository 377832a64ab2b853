# Written by nemogen.

"""Calls /rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Row

CREATE: Operation[Row] = Operation(
    name="rows.create",
    method="POST",
    path="/rows",
    request="Row",
    responses={"200": "Row"},
)


class Rows:
    """Calls /rows."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> RowsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return RowsRaw(self._api)

    def create(
        self,
        *,
        cells: tuple[()] | tuple[str, *tuple[int, ...]],
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Row:
        """POST /rows

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"cells": cells},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class RowsRaw:
    """Like Rows, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Rows(api.raw)
        self.create = raw_method(resource.create)


class AsyncRows:
    """Calls /rows."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncRowsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncRowsRaw(self._api)

    async def create(
        self,
        *,
        cells: tuple[()] | tuple[str, *tuple[int, ...]],
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Row:
        """POST /rows

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"cells": cells},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncRowsRaw:
    """Like AsyncRows, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncRows(api.raw)
        self.create = async_raw_method(resource.create)
