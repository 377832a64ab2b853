# Written by nemogen.

"""Calls /b."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import B

CREATE: Operation[B] = Operation(
    name="b.create",
    method="POST",
    path="/b",
    request="B",
    nullable=("any", "t"),
    responses={"200": "B"},
)


class BResource:
    """Calls /b."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> BResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return BResourceRaw(self._api)

    def create(
        self,
        *,
        any: object,
        l: Sequence[object],
        a: int | Omit = omit,
        empty: Sequence[object] | Omit = omit,
        t: object | Omit = omit,
        u: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> B:
        """POST /b

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"any": any, "l": l, "a": a, "empty": empty, "t": t, "u": u},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class BResourceRaw:
    """Like BResource, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = BResource(api.raw)
        self.create = raw_method(resource.create)


class AsyncBResource:
    """Calls /b."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncBResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncBResourceRaw(self._api)

    async def create(
        self,
        *,
        any: object,
        l: Sequence[object],
        a: int | Omit = omit,
        empty: Sequence[object] | Omit = omit,
        t: object | Omit = omit,
        u: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> B:
        """POST /b

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"any": any, "l": l, "a": a, "empty": empty, "t": t, "u": u},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncBResourceRaw:
    """Like AsyncBResource, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncBResource(api.raw)
        self.create = async_raw_method(resource.create)
