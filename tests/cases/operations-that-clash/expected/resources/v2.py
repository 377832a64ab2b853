# Written by nemogen.

"""Operations under `client.v2`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

CREATE: Operation[None] = Operation(
    name="v2.calls.create",
    method="POST",
    path="/v2/calls",
    request="CallRequest",
    responses={"200": "None"},
)


class V2:
    """Operations under `client.v2`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def calls(self) -> V2Calls:
        """Calls /v2/calls."""
        return V2Calls(self._api)


class V2Calls:
    """Calls /v2/calls."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> V2CallsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return V2CallsRaw(self._api)

    def create(
        self,
        *,
        number: str,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /v2/calls

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"number": number},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class V2CallsRaw:
    """Like V2Calls, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = V2Calls(api.raw)
        self.create = raw_method(resource.create)


class AsyncV2:
    """Operations under `client.v2`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def calls(self) -> AsyncV2Calls:
        """Calls /v2/calls."""
        return AsyncV2Calls(self._api)


class AsyncV2Calls:
    """Calls /v2/calls."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncV2CallsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncV2CallsRaw(self._api)

    async def create(
        self,
        *,
        number: str,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /v2/calls

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"number": number},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncV2CallsRaw:
    """Like AsyncV2Calls, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncV2Calls(api.raw)
        self.create = async_raw_method(resource.create)
