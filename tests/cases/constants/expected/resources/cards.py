# Written by nemogen.

"""Calls /v1/cards."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import PrintJob
from ..params import FrontParam

CREATE: Operation[PrintJob] = Operation(
    name="cards.create",
    method="POST",
    path="/v1/cards",
    request="CardRequest",
    nullable=("stamp",),
    responses={"200": "PrintJob"},
)


class Cards:
    """Calls /v1/cards."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> CardsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return CardsRaw(self._api)

    def create(
        self,
        *,
        front: FrontParam,
        format: Literal["a6"] = "a6",
        colour: Literal[True] | Omit = omit,
        copies: Literal[1] | Omit = omit,
        paper: Literal["plain"] | Omit = omit,
        stamp: None | Omit = omit,
        weight: float | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> PrintJob:
        """Print a card.

        Args:
            format: Only "a6".
            colour: Only true.
            copies: 1 when left out.
            paper: Only "plain".
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "format": format,
                "front": front,
                "colour": colour,
                "copies": copies,
                "paper": paper,
                "stamp": stamp,
                "weight": weight,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class CardsRaw:
    """Like Cards, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Cards(api.raw)
        self.create = raw_method(resource.create)


class AsyncCards:
    """Calls /v1/cards."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncCardsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncCardsRaw(self._api)

    async def create(
        self,
        *,
        front: FrontParam,
        format: Literal["a6"] = "a6",
        colour: Literal[True] | Omit = omit,
        copies: Literal[1] | Omit = omit,
        paper: Literal["plain"] | Omit = omit,
        stamp: None | Omit = omit,
        weight: float | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> PrintJob:
        """Print a card.

        Args:
            format: Only "a6".
            colour: Only true.
            copies: 1 when left out.
            paper: Only "plain".
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "format": format,
                "front": front,
                "colour": colour,
                "copies": copies,
                "paper": paper,
                "stamp": stamp,
                "weight": weight,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncCardsRaw:
    """Like AsyncCards, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncCards(api.raw)
        self.create = async_raw_method(resource.create)
