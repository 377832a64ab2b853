# Written by nemogen.

"""Calls /v1/names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Name, NameReplaceResponse

REPLACE: Operation[NameReplaceResponse] = Operation(
    name="names.replace",
    method="PUT",
    path="/v1/names",
    bare_body="NameReplaceBareBody",
    body_required=False,
    responses={"200": "NameReplaceResponse"},
)


REPLACE_TEXT: Operation[NameReplaceResponse] = Operation(
    name="names.replace_text",
    method="PUT",
    path="/v1/names",
    body_kind="text",
    body_type="text/plain",
    body_required=False,
    responses={"200": "NameReplaceResponse"},
)


CREATE: Operation[None] = Operation(
    name="names.create",
    method="POST",
    path="/v1/names",
    body_kind="form",
    request="NameRequest",
    responses={"200": "None"},
)


UPDATE: Operation[Name] = Operation(
    name="names.update",
    method="PATCH",
    path="/v1/names",
    body_type="application/merge-patch+json; charset=utf-8",
    request="NameUpdateRequest",
    nullable=("name",),
    responses={"200": "Name"},
    accept="application/vnd.sheet+json",
)


class Names:
    """Calls /v1/names."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> NamesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return NamesRaw(self._api)

    def replace(
        self,
        *,
        body: Sequence[str] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> NameReplaceResponse:
        """Sign several people up.

        Args:
            body: What is sent. At least 1 item.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            REPLACE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def replace_text(
        self,
        *,
        body: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> NameReplaceResponse:
        """Sign several people up.

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            REPLACE_TEXT,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    def create(
        self,
        *,
        name: str,
        days: Sequence[int] | Omit = omit,
        vegetarian: bool | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Sign up.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"name": name, "days": days, "vegetarian": vegetarian},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def update(
        self,
        *,
        name: str | None | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Name:
        """Correct an entry.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            UPDATE,
            body={"name": name},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class NamesRaw:
    """Like Names, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Names(api.raw)
        self.replace = raw_method(resource.replace)
        self.replace_text = raw_method(resource.replace_text)
        self.create = raw_method(resource.create)
        self.update = raw_method(resource.update)


class AsyncNames:
    """Calls /v1/names."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncNamesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncNamesRaw(self._api)

    async def replace(
        self,
        *,
        body: Sequence[str] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> NameReplaceResponse:
        """Sign several people up.

        Args:
            body: What is sent. At least 1 item.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            REPLACE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def replace_text(
        self,
        *,
        body: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> NameReplaceResponse:
        """Sign several people up.

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            REPLACE_TEXT,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )

    async def create(
        self,
        *,
        name: str,
        days: Sequence[int] | Omit = omit,
        vegetarian: bool | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Sign up.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"name": name, "days": days, "vegetarian": vegetarian},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def update(
        self,
        *,
        name: str | None | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Name:
        """Correct an entry.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            UPDATE,
            body={"name": name},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncNamesRaw:
    """Like AsyncNames, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncNames(api.raw)
        self.replace = async_raw_method(resource.replace)
        self.replace_text = async_raw_method(resource.replace_text)
        self.create = async_raw_method(resource.create)
        self.update = async_raw_method(resource.update)
