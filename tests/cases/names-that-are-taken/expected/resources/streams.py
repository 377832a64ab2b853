# Written by nemogen.

"""Calls /v1/streams."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import MappingModel, ModelModel, NamesThatAreTakenModel
from ..params import ModelModelParam

CREATE: Operation[NamesThatAreTakenModel] = Operation(
    name="streams.create",
    method="POST",
    path="/v1/streams",
    request="StreamRequest",
    python_names={
        "CREATE": "create",
        "Literal": "literal",
        "__dunder": "dunder",
        "extra_query": "extra_query_body",
        "self": "self_",
        "timeout": "timeout_body",
    },
    responses={"200": "NamesThatAreTakenModel"},
)


RETRIEVE: Operation[MappingModel] = Operation(
    name="streams.create_.raw.retrieve",
    method="GET",
    path="/v1/streams/create/raw",
    responses={"200": "MappingModel"},
)


class StreamsResource:
    """Calls /v1/streams."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def create_(self) -> Create:
        """Operations under `client.streams.create_`."""
        return Create(self._api)

    @cached_property
    def with_raw_response(self) -> StreamsResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return StreamsResourceRaw(self._api)

    def create(
        self,
        *,
        body: str,
        omit: str,
        create: str | Omit = omit,
        literal: Literal["Mapping", "list"] | Omit = omit,
        dunder: str | Omit = omit,
        extra_query_body: str | Omit = omit,
        model: ModelModelParam | ModelModel | Omit = omit,
        self_: str | Omit = omit,
        str: str | Omit = omit,
        timeout_body: float | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> NamesThatAreTakenModel:
        """Arguments that are called like what the method needs.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "body": body,
                "omit": omit,
                "CREATE": create,
                "Literal": literal,
                "__dunder": dunder,
                "extra_query": extra_query_body,
                "model": model,
                "self": self_,
                "str": str,
                "timeout": timeout_body,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class StreamsResourceRaw:
    """Like StreamsResource, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = StreamsResource(api.raw)
        self.create = raw_method(resource.create)


class Create:
    """Operations under `client.streams.create_`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def raw(self) -> Raw:
        """Calls /v1/streams/create/raw."""
        return Raw(self._api)


class Raw:
    """Calls /v1/streams/create/raw."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> RawRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return RawRaw(self._api)

    def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> MappingModel:
        """A resource that is called like a method beside it.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class RawRaw:
    """Like Raw, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Raw(api.raw)
        self.retrieve = raw_method(resource.retrieve)


class AsyncStreamsResource:
    """Calls /v1/streams."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def create_(self) -> AsyncCreate:
        """Operations under `client.streams.create_`."""
        return AsyncCreate(self._api)

    @cached_property
    def with_raw_response(self) -> AsyncStreamsResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncStreamsResourceRaw(self._api)

    async def create(
        self,
        *,
        body: str,
        omit: str,
        create: str | Omit = omit,
        literal: Literal["Mapping", "list"] | Omit = omit,
        dunder: str | Omit = omit,
        extra_query_body: str | Omit = omit,
        model: ModelModelParam | ModelModel | Omit = omit,
        self_: str | Omit = omit,
        str: str | Omit = omit,
        timeout_body: float | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> NamesThatAreTakenModel:
        """Arguments that are called like what the method needs.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "body": body,
                "omit": omit,
                "CREATE": create,
                "Literal": literal,
                "__dunder": dunder,
                "extra_query": extra_query_body,
                "model": model,
                "self": self_,
                "str": str,
                "timeout": timeout_body,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncStreamsResourceRaw:
    """Like AsyncStreamsResource, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncStreamsResource(api.raw)
        self.create = async_raw_method(resource.create)


class AsyncCreate:
    """Operations under `client.streams.create_`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def raw(self) -> AsyncRaw:
        """Calls /v1/streams/create/raw."""
        return AsyncRaw(self._api)


class AsyncRaw:
    """Calls /v1/streams/create/raw."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncRawRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncRawRaw(self._api)

    async def retrieve(
        self,
        *,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> MappingModel:
        """A resource that is called like a method beside it.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncRawRaw:
    """Like AsyncRaw, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncRaw(api.raw)
        self.retrieve = async_raw_method(resource.retrieve)
