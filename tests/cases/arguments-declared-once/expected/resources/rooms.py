# Written by nemogen.

"""Operations under `client.rooms`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, Required, Unpack, overload

from typing_extensions import TypedDict

from .._runtime.api import Api, AsyncApi
from .._runtime.call_arguments import sort_arguments
from .._runtime.keyword_signature import lists_keywords
from .._runtime.keywords import Keywords
from .._runtime.omit import Omit, omit
from .._runtime.operation import Parameter, StreamOperation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.stream import AsyncStream, Stream
from .._runtime.timeouts import Timeout
from ..models import Plan


class RoomsPlansCreateParams(TypedDict, total=False):
    """The arguments of `create` that are given by name."""

    class_: Required[str]
    title: Required[str]
    kind: Literal["floor"]
    height: float | None | Omit
    max_cost: int | Omit
    width: float | Omit
    dry_run: bool | Omit
    extra_headers: Mapping[str, str | Omit] | None
    extra_query: Mapping[str, object] | None
    extra_body: Mapping[str, object] | None
    timeout: float | Timeout | Omit | None


CREATE: StreamOperation[Plan, Plan] = StreamOperation(
    name="rooms.plans.create",
    method="POST",
    path="/v1/rooms/{room}/plans",
    parameters=(
        Parameter("room", location="path"),
        Parameter("dry_run", location="query", name="dry-run"),
    ),
    arguments="RoomPlanCreateParameters",
    request="Draft",
    nullable=("height",),
    python_names={"class": "class_", "max-cost": "max_cost"},
    responses={"200": "Plan"},
    errors={"404": "Problem", "410": "Problem"},
    keywords=Keywords(RoomsPlansCreateParams, required=("class_", "title"), defaults={"kind": "floor"}),
    chunk="Plan",
    stream_property="stream",
    end_marker=None,
)


class Rooms:
    """Operations under `client.rooms`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def plans(self) -> RoomsPlans:
        """Calls /v1/rooms/{room}/plans."""
        return RoomsPlans(self._api)


class RoomsPlans:
    """Calls /v1/rooms/{room}/plans."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> RoomsPlansRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return RoomsPlansRaw(self._api)

    @overload
    def create(
        self, room: str, *, stream: Literal[False] | Omit = omit, **arguments: Unpack[RoomsPlansCreateParams]
    ) -> Plan: ...

    @overload
    def create(
        self, room: str, *, stream: Literal[True], **arguments: Unpack[RoomsPlansCreateParams]
    ) -> Stream[Plan]: ...

    @overload
    def create(
        self, room: str, *, stream: bool | Omit, **arguments: Unpack[RoomsPlansCreateParams]
    ) -> Plan | Stream[Plan]: ...

    @lists_keywords(CREATE)
    def create(
        self, room: str, *, stream: bool | Omit = omit, **arguments: Unpack[RoomsPlansCreateParams]
    ) -> Plan | Stream[Plan]:
        """Draws a plan.

        Args:
            class_: `str`
            title: What the plan is called. Shown to everybody.
            kind: Only "floor".
            height: `float | None`
            max_cost: `int`
            stream: False when left out.
            width: At least 1.
            dry_run: Whether to draw nothing.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.

        Raises:
            APIStatusError: Its `problem` has the type `Problem` where the status is 404 or 410.
        """
        return self._api.call_or_stream(CREATE, stream=stream, **sort_arguments(CREATE, arguments, {"room": room}))


class RoomsPlansRaw:
    """Like RoomsPlans, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = RoomsPlans(api.raw)
        self.create = raw_method(resource.create)


class AsyncRooms:
    """Operations under `client.rooms`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def plans(self) -> AsyncRoomsPlans:
        """Calls /v1/rooms/{room}/plans."""
        return AsyncRoomsPlans(self._api)


class AsyncRoomsPlans:
    """Calls /v1/rooms/{room}/plans."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncRoomsPlansRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncRoomsPlansRaw(self._api)

    @overload
    async def create(
        self, room: str, *, stream: Literal[False] | Omit = omit, **arguments: Unpack[RoomsPlansCreateParams]
    ) -> Plan: ...

    @overload
    async def create(
        self, room: str, *, stream: Literal[True], **arguments: Unpack[RoomsPlansCreateParams]
    ) -> AsyncStream[Plan]: ...

    @overload
    async def create(
        self, room: str, *, stream: bool | Omit, **arguments: Unpack[RoomsPlansCreateParams]
    ) -> Plan | AsyncStream[Plan]: ...

    @lists_keywords(CREATE)
    async def create(
        self, room: str, *, stream: bool | Omit = omit, **arguments: Unpack[RoomsPlansCreateParams]
    ) -> Plan | AsyncStream[Plan]:
        """Draws a plan.

        Args:
            class_: `str`
            title: What the plan is called. Shown to everybody.
            kind: Only "floor".
            height: `float | None`
            max_cost: `int`
            stream: False when left out.
            width: At least 1.
            dry_run: Whether to draw nothing.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.

        Raises:
            APIStatusError: Its `problem` has the type `Problem` where the status is 404 or 410.
        """
        return await self._api.call_or_stream(
            CREATE, stream=stream, **sort_arguments(CREATE, arguments, {"room": room})
        )


class AsyncRoomsPlansRaw:
    """Like AsyncRoomsPlans, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncRoomsPlans(api.raw)
        self.create = async_raw_method(resource.create)
