"""Text to sound."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from .._runtime.api import Api, AsyncApi
from .._runtime.files import BinaryContent
from .._runtime.omit import Omit, omit
from .._runtime.operation import Operation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.timeouts import Timeout

CREATE: Operation[BinaryContent] = Operation(
    name="speech.create",
    method="POST",
    path="/v1/speech",
    request="SpeechRequest",
    responses={"200": "bytes"},
    accept="audio/mpeg",
)


class Speech:
    """Text to sound."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> SpeechRaw:
        """The same operations; each gives the answer as it came: status, headers, bytes and the parsed object."""
        return SpeechRaw(self._api)

    def create(
        self,
        *,
        text: str,
        voice: Literal["low", "high"] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> BinaryContent:
        """Say a text.

        Args:
            text: What to say; 200 characters at most.
            voice: Which voice.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call(
            CREATE,
            body={"text": text, "voice": voice},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class SpeechRaw:
    """Text to sound."""

    def __init__(self, api: Api) -> None:
        resource = Speech(api.raw)
        self.create = raw_method(resource.create)


class AsyncSpeech:
    """Text to sound."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncSpeechRaw:
        """The same operations; each gives the answer as it came: status, headers, bytes and the parsed object."""
        return AsyncSpeechRaw(self._api)

    async def create(
        self,
        *,
        text: str,
        voice: Literal["low", "high"] | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> BinaryContent:
        """Say a text.

        Args:
            text: What to say; 200 characters at most.
            voice: Which voice.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call(
            CREATE,
            body={"text": text, "voice": voice},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncSpeechRaw:
    """Text to sound."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncSpeech(api.raw)
        self.create = async_raw_method(resource.create)
