# Written by nemogen.

"""Calls /variant."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import Variant, VariantCreateResponse
from ..params import VariantParam

CREATE: Operation[VariantCreateResponse] = Operation(
    name="variant.create",
    method="POST",
    path="/variant",
    bare_body="VariantCreateBareBody",
    body_required=False,
    responses={"200": "VariantCreateResponse"},
)


class VariantResource:
    """Calls /variant."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> VariantResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return VariantResourceRaw(self._api)

    def create(
        self,
        *,
        body: str | VariantParam | Variant | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> VariantCreateResponse:
        """POST /variant

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class VariantResourceRaw:
    """Like VariantResource, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = VariantResource(api.raw)
        self.create = raw_method(resource.create)


class AsyncVariantResource:
    """Calls /variant."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncVariantResourceRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncVariantResourceRaw(self._api)

    async def create(
        self,
        *,
        body: str | VariantParam | Variant | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> VariantCreateResponse:
        """POST /variant

        Args:
            body: What is sent.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            timeout=timeout,
        )


class AsyncVariantResourceRaw:
    """Like AsyncVariantResource, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncVariantResource(api.raw)
        self.create = async_raw_method(resource.create)
