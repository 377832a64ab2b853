# Written by nemogen.

"""Calls /manifests."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.files import FileInput
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

CREATE: Operation[None] = Operation(
    name="manifests.create",
    method="POST",
    path="/manifests",
    body_kind="multipart",
    request="ManifestRequest",
    files=("scan",),
    responses={"204": "None"},
)


class Manifests:
    """Calls /manifests."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> ManifestsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return ManifestsRaw(self._api)

    def create(
        self,
        *,
        title: str,
        scan: FileInput | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /manifests

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"title": title, "scan": scan},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ManifestsRaw:
    """Like Manifests, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Manifests(api.raw)
        self.create = raw_method(resource.create)


class AsyncManifests:
    """Calls /manifests."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncManifestsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncManifestsRaw(self._api)

    async def create(
        self,
        *,
        title: str,
        scan: FileInput | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """POST /manifests

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"title": title, "scan": scan},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncManifestsRaw:
    """Like AsyncManifests, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncManifests(api.raw)
        self.create = async_raw_method(resource.create)
