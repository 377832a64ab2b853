# Written by nemogen.

"""Calls /v1/entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Entry

CREATE: Operation[Entry] = Operation(
    name="entries.create",
    method="POST",
    path="/v1/entries",
    request="Entry",
    python_names={
        "2nd": "value_2_nd",
        "class": "class_",
        "": "value",
        "$price": "price",
        "@at": "at",
        "None": "none",
        "__slots__": "slots",
        "_private": "private",
        "a.b": "a_b",
        "async": "async_",
        "extra_headers": "extra_headers_body",
        "from": "from_",
        "self": "self_",
        "timeout": "timeout_body",
        "x-kind": "x_kind",
    },
    responses={"200": "Entry"},
)


class Entries:
    """Calls /v1/entries."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> EntriesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return EntriesRaw(self._api)

    def create(
        self,
        *,
        value_2_nd: str,
        class_: str,
        model_fields: str,
        id: str | Omit = omit,
        value: str | Omit = omit,
        price: float | Omit = omit,
        at: str | Omit = omit,
        none: str | Omit = omit,
        slots: str | Omit = omit,
        private: str | Omit = omit,
        a_b: int | Omit = omit,
        async_: bool | Omit = omit,
        copy: str | Omit = omit,
        description: str | Omit = omit,
        dict: str | Omit = omit,
        extra_headers_body: str | Omit = omit,
        from_: str | Omit = omit,
        json: str | Omit = omit,
        list: Sequence[str] | Omit = omit,
        match: str | Omit = omit,
        model_config: str | Omit = omit,
        model_dump: str | Omit = omit,
        properties: Mapping[str, str] | Omit = omit,
        required: bool | Omit = omit,
        schema: str | Omit = omit,
        self_: str | Omit = omit,
        str: str | Omit = omit,
        stream: str | Omit = omit,
        timeout_body: float | Omit = omit,
        type: str | Omit = omit,
        x_kind: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Entry:
        """Write an entry.

        Args:
            description: A property of this name is no prose.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={
                "2nd": value_2_nd,
                "class": class_,
                "model_fields": model_fields,
                "id": id,
                "": value,
                "$price": price,
                "@at": at,
                "None": none,
                "__slots__": slots,
                "_private": private,
                "a.b": a_b,
                "async": async_,
                "copy": copy,
                "description": description,
                "dict": dict,
                "extra_headers": extra_headers_body,
                "from": from_,
                "json": json,
                "list": list,
                "match": match,
                "model_config": model_config,
                "model_dump": model_dump,
                "properties": properties,
                "required": required,
                "schema": schema,
                "self": self_,
                "str": str,
                "stream": stream,
                "timeout": timeout_body,
                "type": type,
                "x-kind": x_kind,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class EntriesRaw:
    """Like Entries, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Entries(api.raw)
        self.create = raw_method(resource.create)


class AsyncEntries:
    """Calls /v1/entries."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncEntriesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncEntriesRaw(self._api)

    async def create(
        self,
        *,
        value_2_nd: str,
        class_: str,
        model_fields: str,
        id: str | Omit = omit,
        value: str | Omit = omit,
        price: float | Omit = omit,
        at: str | Omit = omit,
        none: str | Omit = omit,
        slots: str | Omit = omit,
        private: str | Omit = omit,
        a_b: int | Omit = omit,
        async_: bool | Omit = omit,
        copy: str | Omit = omit,
        description: str | Omit = omit,
        dict: str | Omit = omit,
        extra_headers_body: str | Omit = omit,
        from_: str | Omit = omit,
        json: str | Omit = omit,
        list: Sequence[str] | Omit = omit,
        match: str | Omit = omit,
        model_config: str | Omit = omit,
        model_dump: str | Omit = omit,
        properties: Mapping[str, str] | Omit = omit,
        required: bool | Omit = omit,
        schema: str | Omit = omit,
        self_: str | Omit = omit,
        str: str | Omit = omit,
        stream: str | Omit = omit,
        timeout_body: float | Omit = omit,
        type: str | Omit = omit,
        x_kind: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Entry:
        """Write an entry.

        Args:
            description: A property of this name is no prose.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={
                "2nd": value_2_nd,
                "class": class_,
                "model_fields": model_fields,
                "id": id,
                "": value,
                "$price": price,
                "@at": at,
                "None": none,
                "__slots__": slots,
                "_private": private,
                "a.b": a_b,
                "async": async_,
                "copy": copy,
                "description": description,
                "dict": dict,
                "extra_headers": extra_headers_body,
                "from": from_,
                "json": json,
                "list": list,
                "match": match,
                "model_config": model_config,
                "model_dump": model_dump,
                "properties": properties,
                "required": required,
                "schema": schema,
                "self": self_,
                "str": str,
                "stream": stream,
                "timeout": timeout_body,
                "type": type,
                "x-kind": x_kind,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncEntriesRaw:
    """Like AsyncEntries, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncEntries(api.raw)
        self.create = async_raw_method(resource.create)
