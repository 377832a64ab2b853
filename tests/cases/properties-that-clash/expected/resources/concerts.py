# Written by nemogen.

"""Calls /v1/concerts/{concert_id}."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Concert

UPDATE: Operation[Concert] = Operation(
    name="concerts.update",
    method="PATCH",
    path="/v1/concerts/{concert_id}",
    parameters=(
        Parameter("concert_id", location="path"),
        Parameter("dryRun", location="query"),
        Parameter("dry_run", location="header", name="dry-run"),
    ),
    arguments="ConcertUpdateParameters",
    request="Concert",
    python_names={"Starts-At": "starts_at_body", "concert_id": "concert_id_body"},
    responses={"200": "Concert"},
)


class Concerts:
    """Calls /v1/concerts/{concert_id}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ConcertsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ConcertsRaw(self._api)

    def update(
        self,
        concert_id: str,
        *,
        starts_at_body: str | Omit = omit,
        concert_id_body: str | Omit = omit,
        startsAt: str | Omit = omit,
        starts_at: str | Omit = omit,
        dryRun: bool | Omit = omit,
        dry_run: bool | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Concert:
        """Change a concert.

        Args:
            concert_id_body: Has the name of the path's parameter.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            UPDATE,
            arguments={"concert_id": concert_id, "dryRun": dryRun, "dry_run": dry_run},
            body={
                "Starts-At": starts_at_body,
                "concert_id": concert_id_body,
                "startsAt": startsAt,
                "starts_at": starts_at,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ConcertsRaw:
    """Like Concerts, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Concerts(api.raw)
        self.update = raw_method(resource.update)


class AsyncConcerts:
    """Calls /v1/concerts/{concert_id}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncConcertsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncConcertsRaw(self._api)

    async def update(
        self,
        concert_id: str,
        *,
        starts_at_body: str | Omit = omit,
        concert_id_body: str | Omit = omit,
        startsAt: str | Omit = omit,
        starts_at: str | Omit = omit,
        dryRun: bool | Omit = omit,
        dry_run: bool | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Concert:
        """Change a concert.

        Args:
            concert_id_body: Has the name of the path's parameter.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            UPDATE,
            arguments={"concert_id": concert_id, "dryRun": dryRun, "dry_run": dry_run},
            body={
                "Starts-At": starts_at_body,
                "concert_id": concert_id_body,
                "startsAt": startsAt,
                "starts_at": starts_at,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncConcertsRaw:
    """Like AsyncConcerts, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncConcerts(api.raw)
        self.update = async_raw_method(resource.update)
