# Written by nemogen.

"""Calls /users."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import User

CREATE: Operation[User] = Operation(
    name="users.create",
    method="POST",
    path="/users",
    parameters=(
        Parameter("limit_query", location="query", name="Limit"),
        Parameter("limit", location="query"),
    ),
    arguments="UserCreateParameters",
    request="UserModel",
    python_names={"ID": "id_body", "Id": "value_Id"},
    responses={"200": "User"},
)


class Users:
    """Calls /users."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> UsersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return UsersRaw(self._api)

    def create(
        self,
        *,
        id: str | Omit = omit,
        id_body: bool | Omit = omit,
        value_Id: int | Omit = omit,
        limit_query: int | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> User:
        """POST /users

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            arguments={"limit_query": limit_query, "limit": limit},
            body={"id": id, "ID": id_body, "Id": value_Id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class UsersRaw:
    """Like Users, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Users(api.raw)
        self.create = raw_method(resource.create)


class AsyncUsers:
    """Calls /users."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncUsersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncUsersRaw(self._api)

    async def create(
        self,
        *,
        id: str | Omit = omit,
        id_body: bool | Omit = omit,
        value_Id: int | Omit = omit,
        limit_query: int | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> User:
        """POST /users

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            arguments={"limit_query": limit_query, "limit": limit},
            body={"id": id, "ID": id_body, "Id": value_Id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncUsersRaw:
    """Like AsyncUsers, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncUsers(api.raw)
        self.create = async_raw_method(resource.create)
