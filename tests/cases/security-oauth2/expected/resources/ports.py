# Written by nemogen.

"""Calls /v1/ports."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Names

LIST: Operation[Names] = Operation(
    name="ports.list",
    method="GET",
    path="/v1/ports",
    responses={"200": "Names"},
    security=({"either": ()}, {"either token": ()}, {"person": ("openid",)}),
)


class Ports:
    """Calls /v1/ports."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PortsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return PortsRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Names:
        """All ports.

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


class PortsRaw:
    """Like Ports, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Ports(api.raw)
        self.list = raw_method(resource.list)


class AsyncPorts:
    """Calls /v1/ports."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncPortsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncPortsRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Names:
        """All ports.

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


class AsyncPortsRaw:
    """Like AsyncPorts, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPorts(api.raw)
        self.list = async_raw_method(resource.list)
