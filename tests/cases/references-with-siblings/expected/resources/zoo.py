# Written by nemogen.

"""Calls /zoo."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Animal, Star, Zoo
from ..params import AnimalParam, ModeParam, StarParam

CREATE: Operation[Zoo] = Operation(
    name="zoo.create",
    method="POST",
    path="/zoo",
    request="Zoo",
    nullable=("maybe",),
    deprecated={"mode": "deprecated"},
    responses={"200": "Zoo"},
)


class ZooResource:
    """Calls /zoo."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ZooResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ZooResourceRaw(self._api)

    def create(
        self,
        *,
        star: StarParam | Star,
        maybe: AnimalParam | Animal | None | Omit = omit,
        mode: ModeParam | Omit = omit,
        tight: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Zoo:
        """POST /zoo

        Args:
            star: The star.
            mode: "open" when left out; deprecated.
            tight: At most 3 characters.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"star": star, "maybe": maybe, "mode": mode, "tight": tight},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ZooResourceRaw:
    """Like ZooResource, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = ZooResource(api.raw)
        self.create = raw_method(resource.create)


class AsyncZooResource:
    """Calls /zoo."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncZooResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncZooResourceRaw(self._api)

    async def create(
        self,
        *,
        star: StarParam | Star,
        maybe: AnimalParam | Animal | None | Omit = omit,
        mode: ModeParam | Omit = omit,
        tight: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Zoo:
        """POST /zoo

        Args:
            star: The star.
            mode: "open" when left out; deprecated.
            tight: At most 3 characters.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"star": star, "maybe": maybe, "mode": mode, "tight": tight},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncZooResourceRaw:
    """Like AsyncZooResource, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncZooResource(api.raw)
        self.create = async_raw_method(resource.create)
