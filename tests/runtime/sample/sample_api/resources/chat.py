"""Talks with a model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal, overload

from .._runtime.api import Api, AsyncApi
from .._runtime.omit import Omit, omit
from .._runtime.operation import Accumulate, StreamOperation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.response_stream import AsyncStreamManager, StreamManager
from .._runtime.stream import AsyncStream, Stream
from .._runtime.timeouts import Timeout
from ..models import ChatCompletion, ChatCompletionChunk, Tool
from ..params import MessageParam, StopParam, ToolParam

CREATE: StreamOperation[ChatCompletion, ChatCompletionChunk] = StreamOperation(
    name="chat.completions.create",
    method="POST",
    path="/v1/chat/completions",
    request="ChatCompletionRequest",
    responses={"200": "ChatCompletion"},
    nullable=("temperature", "stop"),
    python_names={"class": "class_"},
    stream_property="stream",
    chunk="ChatCompletionChunk",
    end_marker="[DONE]",
    accumulate=Accumulate(
        result="ChatCompletion",
        constants={"object": ("chat.completion.chunk", "chat.completion")},
        items="choices",
        delta="delta",
        becomes="message",
        index="index",
        identity="id",
        text="content",
        calls="tool_calls",
        finished="finish_reason",
        whole=("id", "name", "object", "role", "type"),
    ),
)


class Chat:
    """Talks with a model."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def completions(self) -> Completions:
        """Answers of a model."""
        return Completions(self._api)


class Completions:
    """Answers of a model."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> CompletionsRaw:
        """The same operations; each gives the answer as it came: status, headers, bytes and the parsed object."""
        return CompletionsRaw(self._api)

    @overload
    def create(
        self,
        *,
        messages: Sequence[MessageParam],
        model: Literal["sample-large", "sample-small"] = "sample-large",
        stream: Literal[False] | Omit = omit,
        max_tokens: int | Omit = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit = omit,
        effort: Literal["low", "high"] | Omit = omit,
        stop: StopParam | Omit | None = omit,
        tools: Sequence[ToolParam | Tool] | Omit = omit,
        class_: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ChatCompletion: ...

    @overload
    def create(
        self,
        *,
        messages: Sequence[MessageParam],
        model: Literal["sample-large", "sample-small"] = "sample-large",
        stream: Literal[True],
        max_tokens: int | Omit = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit = omit,
        effort: Literal["low", "high"] | Omit = omit,
        stop: StopParam | Omit | None = omit,
        tools: Sequence[ToolParam | Tool] | Omit = omit,
        class_: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> Stream[ChatCompletionChunk]: ...

    @overload
    def create(
        self,
        *,
        messages: Sequence[MessageParam],
        model: Literal["sample-large", "sample-small"] = "sample-large",
        stream: bool | Omit,
        max_tokens: int | Omit = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit = omit,
        effort: Literal["low", "high"] | Omit = omit,
        stop: StopParam | Omit | None = omit,
        tools: Sequence[ToolParam | Tool] | Omit = omit,
        class_: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ChatCompletion | Stream[ChatCompletionChunk]: ...

    def create(
        self,
        *,
        messages: Sequence[MessageParam],
        model: Literal["sample-large", "sample-small"] = "sample-large",
        stream: bool | Omit = omit,
        max_tokens: int | Omit = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit = omit,
        effort: Literal["low", "high"] | Omit = omit,
        stop: StopParam | Omit | None = omit,
        tools: Sequence[ToolParam | Tool] | Omit = omit,
        class_: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ChatCompletion | Stream[ChatCompletionChunk]:
        """Ask for the next message of a talk.

        Args:
            messages: The talk so far, oldest first.
            model: Which model answers.
            stream: True for the answer piece by piece.
            max_tokens: Most tokens that the answer may have; 1 or more.
            temperature: How free the choice of words is; 0 to 2.
            top_p: Share of probability that is looked at; 0.01 to 1.
            effort: How long the model may think.
            stop: Texts that end the answer.
            tools: Functions that the model may call.
            class_: Class of service.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.call_or_stream(
            CREATE,
            stream=stream,
            body={
                "messages": messages,
                "model": model,
                "stream": stream,
                "max_tokens": max_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "effort": effort,
                "stop": stop,
                "tools": tools,
                "class": class_,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def stream(
        self,
        *,
        messages: Sequence[MessageParam],
        model: Literal["sample-large", "sample-small"] = "sample-large",
        max_tokens: int | Omit = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit = omit,
        effort: Literal["low", "high"] | Omit = omit,
        stop: StopParam | Omit | None = omit,
        tools: Sequence[ToolParam | Tool] | Omit = omit,
        class_: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> StreamManager[ChatCompletionChunk, ChatCompletion]:
        """As `create`, piece by piece, put together on the way: use it in a `with` block."""
        return self._api.stream_manager(
            CREATE,
            body={
                "messages": messages,
                "model": model,
                "max_tokens": max_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "effort": effort,
                "stop": stop,
                "tools": tools,
                "class": class_,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class CompletionsRaw:
    """Answers of a model, as they came."""

    def __init__(self, api: Api) -> None:
        resource = Completions(api.raw)
        self.create = raw_method(resource.create)


class AsyncChat:
    """Talks with a model."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Answers of a model."""
        return AsyncCompletions(self._api)


class AsyncCompletions:
    """Answers of a model."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncCompletionsRaw:
        """The same operations; each gives the answer as it came: status, headers, bytes and the parsed object."""
        return AsyncCompletionsRaw(self._api)

    @overload
    async def create(
        self,
        *,
        messages: Sequence[MessageParam],
        model: Literal["sample-large", "sample-small"] = "sample-large",
        stream: Literal[False] | Omit = omit,
        max_tokens: int | Omit = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit = omit,
        effort: Literal["low", "high"] | Omit = omit,
        stop: StopParam | Omit | None = omit,
        tools: Sequence[ToolParam | Tool] | Omit = omit,
        class_: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ChatCompletion: ...

    @overload
    async def create(
        self,
        *,
        messages: Sequence[MessageParam],
        model: Literal["sample-large", "sample-small"] = "sample-large",
        stream: Literal[True],
        max_tokens: int | Omit = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit = omit,
        effort: Literal["low", "high"] | Omit = omit,
        stop: StopParam | Omit | None = omit,
        tools: Sequence[ToolParam | Tool] | Omit = omit,
        class_: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncStream[ChatCompletionChunk]: ...

    @overload
    async def create(
        self,
        *,
        messages: Sequence[MessageParam],
        model: Literal["sample-large", "sample-small"] = "sample-large",
        stream: bool | Omit,
        max_tokens: int | Omit = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit = omit,
        effort: Literal["low", "high"] | Omit = omit,
        stop: StopParam | Omit | None = omit,
        tools: Sequence[ToolParam | Tool] | Omit = omit,
        class_: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk]: ...

    async def create(
        self,
        *,
        messages: Sequence[MessageParam],
        model: Literal["sample-large", "sample-small"] = "sample-large",
        stream: bool | Omit = omit,
        max_tokens: int | Omit = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit = omit,
        effort: Literal["low", "high"] | Omit = omit,
        stop: StopParam | Omit | None = omit,
        tools: Sequence[ToolParam | Tool] | Omit = omit,
        class_: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk]:
        """Ask for the next message of a talk.

        Args:
            messages: The talk so far, oldest first.
            model: Which model answers.
            stream: True for the answer piece by piece.
            max_tokens: Most tokens that the answer may have; 1 or more.
            temperature: How free the choice of words is; 0 to 2.
            top_p: Share of probability that is looked at; 0.01 to 1.
            effort: How long the model may think.
            stop: Texts that end the answer.
            tools: Functions that the model may call.
            class_: Class of service.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return await self._api.call_or_stream(
            CREATE,
            stream=stream,
            body={
                "messages": messages,
                "model": model,
                "stream": stream,
                "max_tokens": max_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "effort": effort,
                "stop": stop,
                "tools": tools,
                "class": class_,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def stream(
        self,
        *,
        messages: Sequence[MessageParam],
        model: Literal["sample-large", "sample-small"] = "sample-large",
        max_tokens: int | Omit = omit,
        temperature: float | Omit | None = omit,
        top_p: float | Omit = omit,
        effort: Literal["low", "high"] | Omit = omit,
        stop: StopParam | Omit | None = omit,
        tools: Sequence[ToolParam | Tool] | Omit = omit,
        class_: str | Omit = omit,
        extra_headers: Mapping[str, str | Omit] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: float | Timeout | Omit | None = omit,
    ) -> AsyncStreamManager[ChatCompletionChunk, ChatCompletion]:
        """As `create`, piece by piece, put together on the way: use it in an `async with` block."""
        return self._api.stream_manager(
            CREATE,
            body={
                "messages": messages,
                "model": model,
                "max_tokens": max_tokens,
                "temperature": temperature,
                "top_p": top_p,
                "effort": effort,
                "stop": stop,
                "tools": tools,
                "class": class_,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncCompletionsRaw:
    """Answers of a model, as they came."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncCompletions(api.raw)
        self.create = async_raw_method(resource.create)
