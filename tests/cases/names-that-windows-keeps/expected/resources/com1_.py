# Written by nemogen.

"""Calls /v1/COM1/{id}."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

CLOSE_PORT: Operation[None] = Operation(
    name="com1.close_port",
    method="DELETE",
    path="/v1/COM1/{id}",
    parameters=(Parameter("id", location="path"),),
    arguments="Com1ClosePortParameters",
    responses={"204": "None"},
)


class Com1:
    """Calls /v1/COM1/{id}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> Com1Raw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return Com1Raw(self._api)

    def close_port(
        self,
        id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """DELETE /v1/COM1/{id}

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CLOSE_PORT,
            arguments={"id": id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class Com1Raw:
    """Like Com1, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Com1(api.raw)
        self.close_port = raw_method(resource.close_port)


class AsyncCom1:
    """Calls /v1/COM1/{id}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncCom1Raw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncCom1Raw(self._api)

    async def close_port(
        self,
        id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """DELETE /v1/COM1/{id}

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CLOSE_PORT,
            arguments={"id": id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncCom1Raw:
    """Like AsyncCom1, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncCom1(api.raw)
        self.close_port = async_raw_method(resource.close_port)
