# Written by nemogen.

"""Calls /v1/mixtures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Mixture

CREATE: Operation[Mixture] = Operation(
    name="mixtures.create",
    method="POST",
    path="/v1/mixtures",
    request="MixtureRequest",
    responses={"200": "Mixture"},
)


class Mixtures:
    """Calls /v1/mixtures."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> MixturesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return MixturesRaw(self._api)

    def create(
        self,
        *,
        base: Literal["None", "__init__", "class", "mro", "name", "self", "true", "value"],
        size: Literal["", " ", "+", "-", "1024x1024", "16:9", "3/4"],
        batch: Literal["01", "1", "1.0"] | Omit = omit,
        gloss: Literal["A_B", "a b", "a-b", "a_b"] | Omit = omit,
        quote: Literal["back\\slash", "it's", "line\nbreak", 'say "hi"', "{{ x }}"] | Omit = omit,
        range: Sequence[Literal["1-5", "<1", ">5"]] | Omit = omit,
        tint: Literal["ünïcode", "中文", "🎨"] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Mixture:
        """Mix a paint.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "base": base,
                "size": size,
                "batch": batch,
                "gloss": gloss,
                "quote": quote,
                "range": range,
                "tint": tint,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class MixturesRaw:
    """Like Mixtures, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Mixtures(api.raw)
        self.create = raw_method(resource.create)


class AsyncMixtures:
    """Calls /v1/mixtures."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncMixturesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncMixturesRaw(self._api)

    async def create(
        self,
        *,
        base: Literal["None", "__init__", "class", "mro", "name", "self", "true", "value"],
        size: Literal["", " ", "+", "-", "1024x1024", "16:9", "3/4"],
        batch: Literal["01", "1", "1.0"] | Omit = omit,
        gloss: Literal["A_B", "a b", "a-b", "a_b"] | Omit = omit,
        quote: Literal["back\\slash", "it's", "line\nbreak", 'say "hi"', "{{ x }}"] | Omit = omit,
        range: Sequence[Literal["1-5", "<1", ">5"]] | Omit = omit,
        tint: Literal["ünïcode", "中文", "🎨"] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Mixture:
        """Mix a paint.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "base": base,
                "size": size,
                "batch": batch,
                "gloss": gloss,
                "quote": quote,
                "range": range,
                "tint": tint,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncMixturesRaw:
    """Like AsyncMixtures, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncMixtures(api.raw)
        self.create = async_raw_method(resource.create)
