# Written by nemogen.

"""Calls /lamps/{id}."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Lamp

RETRIEVE: Operation[Lamp] = Operation(
    name="lamps.retrieve",
    method="GET",
    path="/lamps/{id}",
    parameters=(Parameter("id", location="path"),),
    arguments="LampRetrieveParameters",
    responses={"200": "Lamp"},
)


UPDATE: Operation[Lamp] = Operation(
    name="lamps.update",
    method="PATCH",
    path="/lamps/{id}",
    parameters=(Parameter("id", location="path"),),
    arguments="LampUpdateParameters",
    request="Lamp",
    nullable=("mode",),
    responses={"200": "Lamp"},
)


class Lamps:
    """Calls /lamps/{id}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> LampsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return LampsRaw(self._api)

    def retrieve(
        self,
        id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Lamp:
        """GET /lamps/{id}

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

    def update(
        self,
        id: str,
        *,
        colour: Literal[3, "green", "red"],
        mode: Literal["a", "b"] | None | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Lamp:
        """PATCH /lamps/{id}

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            UPDATE,
            arguments={"id": id},
            body={"colour": colour, "mode": mode},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class LampsRaw:
    """Like Lamps, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Lamps(api.raw)
        self.retrieve = raw_method(resource.retrieve)
        self.update = raw_method(resource.update)


class AsyncLamps:
    """Calls /lamps/{id}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncLampsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncLampsRaw(self._api)

    async def retrieve(
        self,
        id: str,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Lamp:
        """GET /lamps/{id}

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

    async def update(
        self,
        id: str,
        *,
        colour: Literal[3, "green", "red"],
        mode: Literal["a", "b"] | None | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Lamp:
        """PATCH /lamps/{id}

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            UPDATE,
            arguments={"id": id},
            body={"colour": colour, "mode": mode},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncLampsRaw:
    """Like AsyncLamps, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncLamps(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
        self.update = async_raw_method(resource.update)
