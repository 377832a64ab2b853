# Written by nemogen.

"""Calls /true/{id}."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import TrueModel

RETRIEVE: Operation[TrueModel] = Operation(
    name="true.retrieve",
    method="GET",
    path="/true/{id}",
    parameters=(Parameter("id", location="path"),),
    arguments="TrueRetrieveParameters",
    responses={"200": "TrueModel"},
)


class TrueResource:
    """Calls /true/{id}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> TrueResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return TrueResourceRaw(self._api)

    def retrieve(
        self,
        id: int,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> TrueModel:
        """GET /true/{id}

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            arguments={"id": id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class TrueResourceRaw:
    """Like TrueResource, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = TrueResource(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncTrueResource:
    """Calls /true/{id}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncTrueResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncTrueResourceRaw(self._api)

    async def retrieve(
        self,
        id: int,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> TrueModel:
        """GET /true/{id}

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            arguments={"id": id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncTrueResourceRaw:
    """Like AsyncTrueResource, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncTrueResource(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
