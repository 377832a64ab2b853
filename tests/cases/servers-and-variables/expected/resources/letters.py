# Written by nemogen.

"""Calls /letters."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

LIST: Operation[None] = Operation(
    name="letters.list",
    method="GET",
    path="/letters",
    responses={"200": "None"},
)


class Letters:
    """Calls /letters."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> LettersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return LettersRaw(self._api)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Letters.

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


class LettersRaw:
    """Like Letters, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Letters(api.raw)
        self.list = raw_method(resource.list)


class AsyncLetters:
    """Calls /letters."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncLettersRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncLettersRaw(self._api)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Letters.

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


class AsyncLettersRaw:
    """Like AsyncLetters, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncLetters(api.raw)
        self.list = async_raw_method(resource.list)
