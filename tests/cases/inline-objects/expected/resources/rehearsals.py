# Written by nemogen.

"""Calls /v1/rehearsals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Conductor, Hall, Piece, Rehearsal, Soloist
from ..params import ConductorParam, HallParam, PieceParam, SoloistParam

CREATE: Operation[Rehearsal] = Operation(
    name="rehearsals.create",
    method="POST",
    path="/v1/rehearsals",
    request="RehearsalRequest",
    responses={"200": "Rehearsal"},
)


class Rehearsals:
    """Calls /v1/rehearsals."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> RehearsalsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return RehearsalsRaw(self._api)

    def create(
        self,
        *,
        conductor: ConductorParam | Conductor,
        hall: HallParam | Hall,
        pieces: Sequence[PieceParam | Piece] | Omit = omit,
        soloists: Sequence[SoloistParam | Soloist] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Rehearsal:
        """Plan a rehearsal.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"conductor": conductor, "hall": hall, "pieces": pieces, "soloists": soloists},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class RehearsalsRaw:
    """Like Rehearsals, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Rehearsals(api.raw)
        self.create = raw_method(resource.create)


class AsyncRehearsals:
    """Calls /v1/rehearsals."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncRehearsalsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncRehearsalsRaw(self._api)

    async def create(
        self,
        *,
        conductor: ConductorParam | Conductor,
        hall: HallParam | Hall,
        pieces: Sequence[PieceParam | Piece] | Omit = omit,
        soloists: Sequence[SoloistParam | Soloist] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Rehearsal:
        """Plan a rehearsal.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"conductor": conductor, "hall": hall, "pieces": pieces, "soloists": soloists},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncRehearsalsRaw:
    """Like AsyncRehearsals, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncRehearsals(api.raw)
        self.create = async_raw_method(resource.create)
