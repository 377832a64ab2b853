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
    verb="POST",
    path="/v1/entries",
    request="Entry",
    python_names={
        "class": "class_",
        "from": "from_",
        "None": "none",
        "async": "async_",
        "self": "self_",
        "timeout": "timeout_body",
        "extra_headers": "extra_headers_body",
        "_private": "private",
        "__slots__": "slots",
        "2nd": "value_2_nd",
        "x-kind": "x_kind",
        "@at": "at",
        "$price": "price",
        "a.b": "a_b",
        "": "value",
    },
    responses={"200": "Entry"},
)


class Entries:
    """Calls /v1/entries."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> EntriesRaw:
        """The same operations; each gives the answer as it came: status, headers, bytes and the parsed object."""
        return EntriesRaw(self._api)

    def create(
        self,
        *,
        class_: str,
        model_fields: str,
        value_2_nd: str,
        from_: str | Omit = omit,
        none: str | Omit = omit,
        match: str | Omit = omit,
        async_: bool | Omit = omit,
        self_: str | Omit = omit,
        model_config: str | Omit = omit,
        model_dump: str | Omit = omit,
        schema: str | Omit = omit,
        json: str | Omit = omit,
        copy: str | Omit = omit,
        dict: str | Omit = omit,
        list: Sequence[str] | Omit = omit,
        str: str | Omit = omit,
        type: str | Omit = omit,
        id: str | Omit = omit,
        timeout_body: float | Omit = omit,
        extra_headers_body: str | Omit = omit,
        stream: str | Omit = omit,
        properties: Mapping[str, str] | Omit = omit,
        required: bool | Omit = omit,
        description: str | Omit = omit,
        private: str | Omit = omit,
        slots: str | Omit = omit,
        x_kind: str | Omit = omit,
        at: str | Omit = omit,
        price: float | Omit = omit,
        a_b: int | Omit = omit,
        value: str | Omit = omit,
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
                "class": class_,
                "from": from_,
                "None": none,
                "match": match,
                "async": async_,
                "self": self_,
                "model_fields": model_fields,
                "model_config": model_config,
                "model_dump": model_dump,
                "schema": schema,
                "json": json,
                "copy": copy,
                "dict": dict,
                "list": list,
                "str": str,
                "type": type,
                "id": id,
                "timeout": timeout_body,
                "extra_headers": extra_headers_body,
                "stream": stream,
                "properties": properties,
                "required": required,
                "description": description,
                "_private": private,
                "__slots__": slots,
                "2nd": value_2_nd,
                "x-kind": x_kind,
                "@at": at,
                "$price": price,
                "a.b": a_b,
                "": value,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class EntriesRaw:
    """As Entries; each method gives the answer as it came."""

    def __init__(self, api: Api) -> None:
        resource = Entries(api.raw)
        self.create = raw_method(resource.create)


class AsyncEntries:
    """Calls /v1/entries."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncEntriesRaw:
        """The same operations; each gives the answer as it came: status, headers, bytes and the parsed object."""
        return AsyncEntriesRaw(self._api)

    async def create(
        self,
        *,
        class_: str,
        model_fields: str,
        value_2_nd: str,
        from_: str | Omit = omit,
        none: str | Omit = omit,
        match: str | Omit = omit,
        async_: bool | Omit = omit,
        self_: str | Omit = omit,
        model_config: str | Omit = omit,
        model_dump: str | Omit = omit,
        schema: str | Omit = omit,
        json: str | Omit = omit,
        copy: str | Omit = omit,
        dict: str | Omit = omit,
        list: Sequence[str] | Omit = omit,
        str: str | Omit = omit,
        type: str | Omit = omit,
        id: str | Omit = omit,
        timeout_body: float | Omit = omit,
        extra_headers_body: str | Omit = omit,
        stream: str | Omit = omit,
        properties: Mapping[str, str] | Omit = omit,
        required: bool | Omit = omit,
        description: str | Omit = omit,
        private: str | Omit = omit,
        slots: str | Omit = omit,
        x_kind: str | Omit = omit,
        at: str | Omit = omit,
        price: float | Omit = omit,
        a_b: int | Omit = omit,
        value: str | Omit = omit,
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
                "class": class_,
                "from": from_,
                "None": none,
                "match": match,
                "async": async_,
                "self": self_,
                "model_fields": model_fields,
                "model_config": model_config,
                "model_dump": model_dump,
                "schema": schema,
                "json": json,
                "copy": copy,
                "dict": dict,
                "list": list,
                "str": str,
                "type": type,
                "id": id,
                "timeout": timeout_body,
                "extra_headers": extra_headers_body,
                "stream": stream,
                "properties": properties,
                "required": required,
                "description": description,
                "_private": private,
                "__slots__": slots,
                "2nd": value_2_nd,
                "x-kind": x_kind,
                "@at": at,
                "$price": price,
                "a.b": a_b,
                "": value,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncEntriesRaw:
    """As AsyncEntries; each method gives the answer as it came."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncEntries(api.raw)
        self.create = async_raw_method(resource.create)
