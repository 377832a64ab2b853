# Written by nemogen.

"""Calls /v1/tickets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal

from .. import headers as _headers
from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation, Parameter
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from .._runtime.values import UUID_
from ..models import Ticket

CREATE: Operation[Ticket] = Operation(
    name="tickets.create",
    method="POST",
    path="/v1/tickets",
    parameters=(
        Parameter("x_max_price", location="header", name="X-Max-Price"),
        Parameter("x_request_id", location="header", name="X-Request-Id"),
        Parameter("x_tags", location="header", name="X-Tags"),
        Parameter("deck", location="cookie"),
    ),
    arguments="TicketCreateParameters",
    request="TicketRequest",
    python_names={"from": "from_", "class": "class_"},
    responses={"201": "Ticket"},
    headers=_headers.TicketsCreateHeaders,
)


class Tickets:
    """Calls /v1/tickets."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> TicketsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return TicketsRaw(self._api)

    def create(
        self,
        *,
        from_: str,
        to: str,
        x_max_price: float,
        class_: Literal[1, 2] | Omit = omit,
        x_request_id: UUID_ | Omit = omit,
        x_tags: Sequence[str] | Omit = omit,
        deck: Literal["lower", "upper"] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Ticket:
        """Buy a ticket.

        Args:
            x_max_price: At least 0.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            arguments={"x_max_price": x_max_price, "x_request_id": x_request_id, "x_tags": x_tags, "deck": deck},
            body={"from": from_, "to": to, "class": class_},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class TicketsRaw:
    """Like Tickets, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Tickets(api.raw)
        self.create = raw_method(resource.create, _headers.TicketsCreateHeaders)


class AsyncTickets:
    """Calls /v1/tickets."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncTicketsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncTicketsRaw(self._api)

    async def create(
        self,
        *,
        from_: str,
        to: str,
        x_max_price: float,
        class_: Literal[1, 2] | Omit = omit,
        x_request_id: UUID_ | Omit = omit,
        x_tags: Sequence[str] | Omit = omit,
        deck: Literal["lower", "upper"] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Ticket:
        """Buy a ticket.

        Args:
            x_max_price: At least 0.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            arguments={"x_max_price": x_max_price, "x_request_id": x_request_id, "x_tags": x_tags, "deck": deck},
            body={"from": from_, "to": to, "class": class_},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncTicketsRaw:
    """Like AsyncTickets, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncTickets(api.raw)
        self.create = async_raw_method(resource.create, _headers.TicketsCreateHeaders)
