# Written by nemogen.

"""Operations under `client.v1`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import cached_property

from typing_extensions import deprecated as _deprecated

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Paper

LIST: Operation[list[Paper]] = Operation(
    name="v1.papers.list",
    method="GET",
    path="/v1/papers",
    parameters=(
        Parameter("town", location="query"),
        Parameter("old", location="header"),
    ),
    arguments="V1PaperListParameters",
    deprecated={"town": "deprecated, sunset 2027-01-01", "old": "deprecated"},
    responses={"200": "list[Paper]"},
)


class V1:
    """Operations under `client.v1`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def papers(self) -> Papers:
        """Calls /v1/papers."""
        return Papers(self._api)


class Papers:
    """Calls /v1/papers."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> PapersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return PapersRaw(self._api)

    @_deprecated("v1.papers.list is deprecated, sunset 2027-03-31. Use `GET /v2/papers`.")
    def list(
        self,
        *,
        town: str | Omit = omit,
        old: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Paper]:
        """All papers.

        Deprecated, sunset 2027-03-31. Use `GET /v2/papers`.

        Args:
            town: The town. Deprecated, sunset 2027-01-01.
            old: At least 1. Deprecated.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            LIST,
            arguments={"town": town, "old": old},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class PapersRaw:
    """Like Papers, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Papers(api.raw)
        self.list = raw_method(resource.list)


class AsyncV1:
    """Operations under `client.v1`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def papers(self) -> AsyncPapers:
        """Calls /v1/papers."""
        return AsyncPapers(self._api)


class AsyncPapers:
    """Calls /v1/papers."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncPapersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncPapersRaw(self._api)

    @_deprecated("v1.papers.list is deprecated, sunset 2027-03-31. Use `GET /v2/papers`.")
    async def list(
        self,
        *,
        town: str | Omit = omit,
        old: int | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> builtins.list[Paper]:
        """All papers.

        Deprecated, sunset 2027-03-31. Use `GET /v2/papers`.

        Args:
            town: The town. Deprecated, sunset 2027-01-01.
            old: At least 1. Deprecated.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            LIST,
            arguments={"town": town, "old": old},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncPapersRaw:
    """Like AsyncPapers, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncPapers(api.raw)
        self.list = async_raw_method(resource.list)
