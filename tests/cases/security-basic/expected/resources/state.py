# Written by nemogen.

"""Calls /v1/state."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from .._runtime.values import DateTime_
from ..models import State

RETRIEVE: Operation[State] = Operation(
    name="state.retrieve",
    method="GET",
    path="/v1/state",
    parameters=(Parameter("at", location="query"),),
    arguments="StateRetrieveParameters",
    responses={"200": "State"},
)


class StateResource:
    """Calls /v1/state."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> StateResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return StateResourceRaw(self._api)

    def retrieve(
        self,
        *,
        at: DateTime_ | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> State:
        """How things stand.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            arguments={"at": at},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class StateResourceRaw:
    """Like StateResource, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = StateResource(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncStateResource:
    """Calls /v1/state."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncStateResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncStateResourceRaw(self._api)

    async def retrieve(
        self,
        *,
        at: DateTime_ | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> State:
        """How things stand.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            arguments={"at": at},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncStateResourceRaw:
    """Like AsyncStateResource, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncStateResource(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
