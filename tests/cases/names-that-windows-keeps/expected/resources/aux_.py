# Written by nemogen.

"""Calls /v1/aux."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

RETRIEVE: Operation[None] = Operation(
    name="aux.retrieve",
    method="GET",
    path="/v1/aux",
    responses={"204": "None"},
)


CREATE: Operation[None] = Operation(
    name="aux.con.create",
    method="POST",
    path="/v1/aux/con",
    responses={"204": "None"},
)


class Aux:
    """Calls /v1/aux."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def con(self) -> Con:
        """Calls /v1/aux/con."""
        return Con(self._api)

    @cached_property
    def with_raw_response(self) -> AuxRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AuxRaw(self._api)

    def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """GET /v1/aux

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AuxRaw:
    """Like Aux, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Aux(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class Con:
    """Calls /v1/aux/con."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ConRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ConRaw(self._api)

    def create(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /v1/aux/con

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class ConRaw:
    """Like Con, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Con(api.raw)
        self.create = raw_method(resource.create)


class AsyncAux:
    """Calls /v1/aux."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def con(self) -> AsyncCon:
        """Calls /v1/aux/con."""
        return AsyncCon(self._api)

    @cached_property
    def with_raw_response(self) -> AsyncAuxRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncAuxRaw(self._api)

    async def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """GET /v1/aux

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncAuxRaw:
    """Like AsyncAux, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncAux(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)


class AsyncCon:
    """Calls /v1/aux/con."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncConRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncConRaw(self._api)

    async def create(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /v1/aux/con

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncConRaw:
    """Like AsyncCon, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncCon(api.raw)
        self.create = async_raw_method(resource.create)
