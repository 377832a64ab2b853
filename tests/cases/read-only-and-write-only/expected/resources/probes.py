# Written by nemogen.

"""Calls /probes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

CREATE: Operation[None] = Operation(
    name="probes.create",
    method="POST",
    path="/probes",
    request="Probe",
    responses={"204": "None"},
)


class Probes:
    """Calls /probes."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ProbesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ProbesRaw(self._api)

    def create(
        self,
        *,
        target: str,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /probes

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"target": target},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ProbesRaw:
    """Like Probes, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Probes(api.raw)
        self.create = raw_method(resource.create)


class AsyncProbes:
    """Calls /probes."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncProbesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncProbesRaw(self._api)

    async def create(
        self,
        *,
        target: str,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /probes

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"target": target},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncProbesRaw:
    """Like AsyncProbes, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncProbes(api.raw)
        self.create = async_raw_method(resource.create)
