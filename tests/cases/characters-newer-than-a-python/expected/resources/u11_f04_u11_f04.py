# Written by nemogen.

"""Calls /v1/𑼄𑼄/{𮯰}."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Shake

RETRIEVE: Operation[Shake] = Operation(
    name="u11_f04_u11_f04.retrieve",
    method="GET",
    path="/v1/\U00011f04\U00011f04/{\U0002ebf0}",
    parameters=(
        Parameter("u2_ebf0", location="path", name="\U0002ebf0"),
        Parameter("ab", location="query", name="a・b"),
        Parameter("x", location="query", name="x-\U0001e030"),
        Parameter("u1_fae8", location="query", name="\U0001fae8"),
    ),
    arguments="U11F04U11F04RetrieveParameters",
    responses={"200": "Shake"},
)


class U11F04U11F04:
    """Calls /v1/𑼄𑼄/{𮯰}."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> U11F04U11F04Raw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return U11F04U11F04Raw(self._api)

    def retrieve(
        self,
        u2_ebf0: Literal["a", "b\U00011f04", "\U0001fae8"],
        *,
        ab: int | Omit = omit,
        x: str | Omit = omit,
        u1_fae8: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Shake:
        """Ends in 𑼄

        Args:
            ab: By @𑼄 and x𑼄www.example.com.
            u1_fae8: "🫨" when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            arguments={"u2_ebf0": u2_ebf0, "ab": ab, "x": x, "u1_fae8": u1_fae8},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class U11F04U11F04Raw:
    """Like U11F04U11F04, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = U11F04U11F04(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncU11F04U11F04:
    """Calls /v1/𑼄𑼄/{𮯰}."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncU11F04U11F04Raw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncU11F04U11F04Raw(self._api)

    async def retrieve(
        self,
        u2_ebf0: Literal["a", "b\U00011f04", "\U0001fae8"],
        *,
        ab: int | Omit = omit,
        x: str | Omit = omit,
        u1_fae8: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Shake:
        """Ends in 𑼄

        Args:
            ab: By @𑼄 and x𑼄www.example.com.
            u1_fae8: "🫨" when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            arguments={"u2_ebf0": u2_ebf0, "ab": ab, "x": x, "u1_fae8": u1_fae8},
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncU11F04U11F04Raw:
    """Like AsyncU11F04U11F04, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncU11F04U11F04(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
