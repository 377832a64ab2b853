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
from ..models import V2UserList

LIST: Operation[V2UserList] = Operation(
    name="v2.users.list",
    method="GET",
    path="/v2/users",
    responses={"200": "V2UserList"},
)


class V2:
    """Operations under `client.v2`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def users(self) -> V2Users:
        """Calls /v2/users."""
        return V2Users(self._api)


class V2Users:
    """Calls /v2/users."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> V2UsersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return V2UsersRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> V2UserList:
        """New, deleted users are included.

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


class V2UsersRaw:
    """Like V2Users, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = V2Users(api.raw)
        self.list = raw_method(resource.list)


class AsyncV2:
    """Operations under `client.v2`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def users(self) -> AsyncV2Users:
        """Calls /v2/users."""
        return AsyncV2Users(self._api)


class AsyncV2Users:
    """Calls /v2/users."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncV2UsersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncV2UsersRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> V2UserList:
        """New, deleted users are included.

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


class AsyncV2UsersRaw:
    """Like AsyncV2Users, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncV2Users(api.raw)
        self.list = async_raw_method(resource.list)
