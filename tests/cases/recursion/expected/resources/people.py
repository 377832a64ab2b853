# Written by nemogen.

"""Calls /v1/people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Folder, Person
from ..params import PersonParam, ValueParam

CREATE: Operation[Folder] = Operation(
    name="people.create",
    method="POST",
    path="/v1/people",
    request="Person",
    nullable=("father",),
    responses={"200": "Folder"},
)


class People:
    """Calls /v1/people."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PeopleRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return PeopleRaw(self._api)

    def create(
        self,
        *,
        name: str,
        children: Sequence[PersonParam | Person] | Omit = omit,
        father: PersonParam | Person | None | Omit = omit,
        mother: PersonParam | Person | Omit = omit,
        notes: ValueParam | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Folder:
        """Enter a person with all ancestors.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"name": name, "children": children, "father": father, "mother": mother, "notes": notes},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class PeopleRaw:
    """Like People, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = People(api.raw)
        self.create = raw_method(resource.create)


class AsyncPeople:
    """Calls /v1/people."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncPeopleRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncPeopleRaw(self._api)

    async def create(
        self,
        *,
        name: str,
        children: Sequence[PersonParam | Person] | Omit = omit,
        father: PersonParam | Person | None | Omit = omit,
        mother: PersonParam | Person | Omit = omit,
        notes: ValueParam | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Folder:
        """Enter a person with all ancestors.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"name": name, "children": children, "father": father, "mother": mother, "notes": notes},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncPeopleRaw:
    """Like AsyncPeople, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPeople(api.raw)
        self.create = async_raw_method(resource.create)
