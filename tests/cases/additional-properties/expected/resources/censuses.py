# Written by nemogen.

"""Calls /v1/censuses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import CensusCreateResponse, Mixed, OwnersValue
from ..params import MixedParam, OwnersValueParam

CREATE: Operation[CensusCreateResponse] = Operation(
    name="censuses.create",
    method="POST",
    path="/v1/censuses",
    request="Census",
    responses={"200": "CensusCreateResponse"},
)


class Censuses:
    """Calls /v1/censuses."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> CensusesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return CensusesRaw(self._api)

    def create(
        self,
        *,
        counts: Mapping[str, int],
        year: int,
        anything: Mapping[str, object] | Omit = omit,
        closed: Mapping[str, object] | Omit = omit,
        grid: Mapping[str, Mapping[str, float]] | Omit = omit,
        marks: Mapping[str, str | bool] | Omit = omit,
        mixed: MixedParam | Mixed | Omit = omit,
        owners: Mapping[str, OwnersValueParam | OwnersValue] | Omit = omit,
        rows: Mapping[str, Sequence[str]] | Omit = omit,
        whatever: Mapping[str, object] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> CensusCreateResponse:
        """Hand in a census.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "counts": counts,
                "year": year,
                "anything": anything,
                "closed": closed,
                "grid": grid,
                "marks": marks,
                "mixed": mixed,
                "owners": owners,
                "rows": rows,
                "whatever": whatever,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class CensusesRaw:
    """Like Censuses, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Censuses(api.raw)
        self.create = raw_method(resource.create)


class AsyncCensuses:
    """Calls /v1/censuses."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncCensusesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncCensusesRaw(self._api)

    async def create(
        self,
        *,
        counts: Mapping[str, int],
        year: int,
        anything: Mapping[str, object] | Omit = omit,
        closed: Mapping[str, object] | Omit = omit,
        grid: Mapping[str, Mapping[str, float]] | Omit = omit,
        marks: Mapping[str, str | bool] | Omit = omit,
        mixed: MixedParam | Mixed | Omit = omit,
        owners: Mapping[str, OwnersValueParam | OwnersValue] | Omit = omit,
        rows: Mapping[str, Sequence[str]] | Omit = omit,
        whatever: Mapping[str, object] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> CensusCreateResponse:
        """Hand in a census.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "counts": counts,
                "year": year,
                "anything": anything,
                "closed": closed,
                "grid": grid,
                "marks": marks,
                "mixed": mixed,
                "owners": owners,
                "rows": rows,
                "whatever": whatever,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncCensusesRaw:
    """Like AsyncCensuses, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncCensuses(api.raw)
        self.create = async_raw_method(resource.create)
