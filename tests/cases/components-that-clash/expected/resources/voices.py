# Written by nemogen.

"""Calls /v1/voices."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout
from ..models import VoiceGroup, VoiceGroupModel
from ..params import VoiceGroupModelParam, VoiceGroupParam

CREATE: Operation[None] = Operation(
    name="voices.create",
    method="POST",
    path="/v1/voices",
    request="VoiceRequest",
    responses={"204": "None"},
)


class Voices:
    """Calls /v1/voices."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> VoicesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return VoicesRaw(self._api)

    def create(
        self,
        *,
        group: VoiceGroupModelParam | VoiceGroupModel,
        second_group: VoiceGroupParam | VoiceGroup | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Enrol a voice.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"group": group, "second_group": second_group},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class VoicesRaw:
    """Like Voices, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Voices(api.raw)
        self.create = raw_method(resource.create)


class AsyncVoices:
    """Calls /v1/voices."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncVoicesRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncVoicesRaw(self._api)

    async def create(
        self,
        *,
        group: VoiceGroupModelParam | VoiceGroupModel,
        second_group: VoiceGroupParam | VoiceGroup | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> None:
        """Enrol a voice.

        Args:
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"group": group, "second_group": second_group},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncVoicesRaw:
    """Like AsyncVoices, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncVoices(api.raw)
        self.create = async_raw_method(resource.create)
