# Written by nemogen.

"""Calls /v1/exhibits."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Exhibit, Person
from ..params import PersonParam

CREATE: Operation[Exhibit] = Operation(
    name="exhibits.create",
    method="POST",
    path="/v1/exhibits",
    request="NewExhibit",
    nullable=("maker",),
    responses={"200": "Exhibit"},
)


class Exhibits:
    """Calls /v1/exhibits."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ExhibitsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ExhibitsRaw(self._api)

    def create(
        self,
        *,
        name: str,
        year: int,
        hall: str | Omit = omit,
        maker: PersonParam | Person | None | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Exhibit:
        """Add an exhibit.

        Args:
            name: At least 1 character.
            hall: At least 2 characters; at most 12 characters.
            maker: Who made it.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"name": name, "year": year, "hall": hall, "maker": maker},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ExhibitsRaw:
    """Like Exhibits, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Exhibits(api.raw)
        self.create = raw_method(resource.create)


class AsyncExhibits:
    """Calls /v1/exhibits."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncExhibitsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncExhibitsRaw(self._api)

    async def create(
        self,
        *,
        name: str,
        year: int,
        hall: str | Omit = omit,
        maker: PersonParam | Person | None | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Exhibit:
        """Add an exhibit.

        Args:
            name: At least 1 character.
            hall: At least 2 characters; at most 12 characters.
            maker: Who made it.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"name": name, "year": year, "hall": hall, "maker": maker},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncExhibitsRaw:
    """Like AsyncExhibits, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncExhibits(api.raw)
        self.create = async_raw_method(resource.create)
