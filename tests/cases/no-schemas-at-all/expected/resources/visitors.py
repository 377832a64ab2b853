# Written by nemogen.

"""Calls /v1/visitors."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

LIST: Operation[Any] = Operation(
    name="visitors.list",
    method="GET",
    path="/v1/visitors",
    responses={"200": "Any"},
)


REPLACE: Operation[None] = Operation(
    name="visitors.replace",
    method="PUT",
    path="/v1/visitors",
    bare_body="VisitorReplaceBareBody",
    body_required=False,
    responses={"200": "None"},
)


class Visitors:
    """Calls /v1/visitors."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> VisitorsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return VisitorsRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Any:
        """GET /v1/visitors

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

    def replace(
        self,
        *,
        body: Mapping[str, object] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """PUT /v1/visitors

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            REPLACE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class VisitorsRaw:
    """Like Visitors, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Visitors(api.raw)
        self.list = raw_method(resource.list)
        self.replace = raw_method(resource.replace)


class AsyncVisitors:
    """Calls /v1/visitors."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncVisitorsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncVisitorsRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Any:
        """GET /v1/visitors

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

    async def replace(
        self,
        *,
        body: Mapping[str, object] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """PUT /v1/visitors

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            REPLACE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncVisitorsRaw:
    """Like AsyncVisitors, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncVisitors(api.raw)
        self.list = async_raw_method(resource.list)
        self.replace = async_raw_method(resource.replace)
