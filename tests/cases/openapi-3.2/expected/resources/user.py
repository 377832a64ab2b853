# Written by nemogen.

"""Calls /user."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import User, UserQueryResponse

RETRIEVE: Operation[User] = Operation(
    name="user.retrieve",
    method="GET",
    path="/user",
    responses={"200": "User"},
)


QUERY: Operation[UserQueryResponse] = Operation(
    name="user.query",
    method="QUERY",
    path="/user",
    responses={"200": "UserQueryResponse"},
)


LINK: Operation[None] = Operation(
    name="user.link",
    method="LINK",
    path="/user",
    responses={"204": "None"},
)


class UserResource:
    """Calls /user."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> UserResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return UserResourceRaw(self._api)

    def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> User:
        """GET /user

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

    def query(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> UserQueryResponse:
        """QUERY /user

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            QUERY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def link(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """LINK /user

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LINK,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class UserResourceRaw:
    """Like UserResource, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = UserResource(api.raw)
        self.retrieve = raw_method(resource.retrieve)
        self.query = raw_method(resource.query)
        self.link = raw_method(resource.link)


class AsyncUserResource:
    """Calls /user."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncUserResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncUserResourceRaw(self._api)

    async def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> User:
        """GET /user

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

    async def query(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> UserQueryResponse:
        """QUERY /user

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            QUERY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def link(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """LINK /user

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LINK,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncUserResourceRaw:
    """Like AsyncUserResource, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncUserResource(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
        self.query = async_raw_method(resource.query)
        self.link = async_raw_method(resource.link)
