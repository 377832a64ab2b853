# Written by nemogen.

"""Calls /v1/rides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Ride

CREATE: Operation[Ride] = Operation(
    name="rides.create",
    method="POST",
    path="/v1/rides",
    request="RideRequest",
    nullable=("music",),
    responses={"200": "Ride"},
)


class Rides:
    """Calls /v1/rides."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> RidesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return RidesRaw(self._api)

    def create(
        self,
        *,
        floor: Literal[-1, 0, 1, 2, 3],
        colour: str | Omit = omit,
        doors: Literal[1, 2] | Omit = omit,
        load: Literal[8] | Omit = omit,
        music: Literal[False, True, 1, "jazz"] | None | Omit = omit,
        silent: Literal[True] | Omit = omit,
        speed: Literal[1] | float | Omit = omit,
        tone: Literal["440", "443"] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Ride:
        """Call the lift.

        Args:
            load: A number with a single value.
            silent: Only true.
            speed: 1 when left out.
            tone: "440" when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "floor": floor,
                "colour": colour,
                "doors": doors,
                "load": load,
                "music": music,
                "silent": silent,
                "speed": speed,
                "tone": tone,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class RidesRaw:
    """Like Rides, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Rides(api.raw)
        self.create = raw_method(resource.create)


class AsyncRides:
    """Calls /v1/rides."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncRidesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncRidesRaw(self._api)

    async def create(
        self,
        *,
        floor: Literal[-1, 0, 1, 2, 3],
        colour: str | Omit = omit,
        doors: Literal[1, 2] | Omit = omit,
        load: Literal[8] | Omit = omit,
        music: Literal[False, True, 1, "jazz"] | None | Omit = omit,
        silent: Literal[True] | Omit = omit,
        speed: Literal[1] | float | Omit = omit,
        tone: Literal["440", "443"] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Ride:
        """Call the lift.

        Args:
            load: A number with a single value.
            silent: Only true.
            speed: 1 when left out.
            tone: "440" when left out.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "floor": floor,
                "colour": colour,
                "doors": doors,
                "load": load,
                "music": music,
                "silent": silent,
                "speed": speed,
                "tone": tone,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncRidesRaw:
    """Like AsyncRides, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncRides(api.raw)
        self.create = async_raw_method(resource.create)
