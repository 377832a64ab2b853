# Written by nemogen from specs/mistral-nemo/openapi.json. Edits are not kept: correct the spec in an overlay,
# specs/mistral-nemo/overlay.yaml, name things in specs/mistral-nemo/api.toml, and see `nemogen templates` for the look.

"""Operations under `client.chat`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Literal, Required, Unpack, overload

from typing_extensions import TypedDict

from .._runtime.api import Api, AsyncApi
from .._runtime.call_arguments import sort_arguments
from .._runtime.keyword_signature import lists_keywords
from .._runtime.keywords import Keywords
from .._runtime.omit import Omit, omit
from .._runtime.operation import Accumulate, StreamOperation
from .._runtime.raw_response import async_raw_method, raw_method
from .._runtime.response_stream import AsyncStreamManager, StreamManager
from .._runtime.stream import AsyncStream, Stream
from .._runtime.timeouts import Timeout
from ..models import ChatCompletion, ChatCompletionChunk, FunctionTool, Prediction, StreamOptions, ToolChoice
from ..params import (
    FunctionToolParam,
    MessageParam,
    PredictionParam,
    ResponseFormatParam,
    StreamOptionsParam,
    ToolChoiceParam,
)


class CompletionsCreateParams(TypedDict, total=False):
    """The arguments of `create` that are given by name."""

    messages: Required[Sequence[MessageParam]]
    model: Literal["mistralai/mistral-nemo"]
    frequency_penalty: float | None | Omit
    logit_bias: Mapping[str, float] | None | Omit
    max_completion_tokens: int | Omit
    max_tokens: int | Omit
    min_p: float | Omit
    parallel_tool_calls: bool | Omit
    prediction: PredictionParam | Prediction | Omit
    presence_penalty: float | None | Omit
    repetition_penalty: float | None | Omit
    response_format: ResponseFormatParam | Omit
    seed: int | Omit
    stop: str | Sequence[str] | None | Omit
    stream_options: StreamOptionsParam | StreamOptions | Omit
    temperature: float | Omit
    tool_choice: Literal["auto", "none", "required"] | ToolChoiceParam | ToolChoice | Omit
    tools: Sequence[FunctionToolParam | FunctionTool] | Omit
    top_a: float | Omit
    top_k: int | Omit
    top_p: float | Omit
    extra_headers: Mapping[str, str | Omit] | None
    extra_query: Mapping[str, object] | None
    extra_body: Mapping[str, object] | None
    timeout: float | Timeout | Omit | None


CREATE: StreamOperation[ChatCompletion, ChatCompletionChunk] = StreamOperation(
    name="chat.completions.create",
    method="POST",
    path="/v1/chat/completions",
    request="ChatCompletionRequest",
    nullable=("frequency_penalty", "logit_bias", "presence_penalty", "repetition_penalty", "stop"),
    responses={"200": "ChatCompletion"},
    errors={"4XX": "ErrorBody", "5XX": "ErrorBody"},
    keywords=Keywords(CompletionsCreateParams, required=("messages",), defaults={"model": "mistralai/mistral-nemo"}),
    chunk="ChatCompletionChunk",
    stream_property="stream",
    end_marker="[DONE]",
    accumulate=Accumulate(
        result="ChatCompletion",
        items="choices",
        delta="delta",
        becomes="message",
        index="index",
        identity="id",
        text="content",
        calls="tool_calls",
        finished="finish_reason",
        constants={"object": ("chat.completion.chunk", "chat.completion")},
        whole=("id", "name", "object", "role", "type"),
    ),
)


class Chat:
    """Operations under `client.chat`."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def completions(self) -> Completions:
        """Calls /v1/chat/completions."""
        return Completions(self._api)


class Completions:
    """Calls /v1/chat/completions."""

    def __init__(self, api: Api) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> CompletionsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return CompletionsRaw(self._api)

    @overload
    def create(
        self, *, stream: Literal[False] | Omit = omit, **arguments: Unpack[CompletionsCreateParams]
    ) -> ChatCompletion: ...

    @overload
    def create(
        self, *, stream: Literal[True], **arguments: Unpack[CompletionsCreateParams]
    ) -> Stream[ChatCompletionChunk]: ...

    @overload
    def create(
        self, *, stream: bool | Omit, **arguments: Unpack[CompletionsCreateParams]
    ) -> ChatCompletion | Stream[ChatCompletionChunk]: ...

    @lists_keywords(CREATE)
    def create(
        self, *, stream: bool | Omit = omit, **arguments: Unpack[CompletionsCreateParams]
    ) -> ChatCompletion | Stream[ChatCompletionChunk]:
        """Returns the model's next message: whole, as JSON, or with `stream` piece by piece, as server-sent events.

        Args:
            messages: The conversation so far, oldest message first.
            model: Identifier of the model that answers.
            frequency_penalty: Makes a token rarer the more often it has occurred; negative values do the opposite. At
                least -2; at most 2.
            logit_bias: Makes tokens, given by their ids, likelier or rarer: from -100 (never) to 100 (always).
            max_completion_tokens: Most tokens to generate, hidden reasoning included. At least 1.
            max_tokens: Most tokens to generate; caps what an answer costs. At least 1.
            min_p: Least probability of a token to pick, relative to that of the likeliest one. At least 0.001; at most
                0.999.
            parallel_tool_calls: Whether one answer may hold several tool calls.
            prediction: What most of the answer will probably be; a good guess brings it sooner.
            presence_penalty: Makes every token that has occurred rarer, which favours new subjects; negative values do
                the opposite. At least -2; at most 2.
            repetition_penalty: How strongly to avoid repeating; the higher, the less the answer repeats itself.
            response_format: Form of the answer: free text, any JSON object, or JSON that fits a schema.
            seed: Requests alike in everything, seed included, are answered alike as far as possible. Beta. At least 1.
            stop: One to four texts. The answer ends where the first of them would begin.
            stream: Whether to send the answer piece by piece while it is written, rather than whole at the end. False
                when left out.
            stream_options: How to stream; only with `stream`.
            temperature: How freely to pick words: low values keep to the likeliest, high ones vary more. Set this or
                `top_p`, not both. At least 0; at most 2.
            tool_choice: Which tools to use: `none`, `auto` (the model decides), `required` (at least one), or one
                function by its name. Left out, it is `auto` with `tools` and `none` without.
            tools: Functions that the model may call, 128 at most.
            top_a: Skip tokens less likely than this value times the square of the highest probability. At least 0; at
                most 1.
            top_k: Pick only from this many of the likeliest tokens. Rarely needed beside `temperature`.
            top_p: Pick only from the likeliest tokens that together reach this probability. Set this or `temperature`,
                not both. At least 0.01; at most 1.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.

        Raises:
            APIStatusError: Its `problem` has the type `ErrorBody` where the status is 4XX or 5XX.
        """
        return self._api.call_or_stream(CREATE, stream=stream, **sort_arguments(CREATE, arguments))

    @lists_keywords(CREATE)
    def stream(
        self, **arguments: Unpack[CompletionsCreateParams]
    ) -> StreamManager[ChatCompletionChunk, ChatCompletion]:
        """Like `create`, but streamed: a `with` block gives chunks or text, then the complete response.

        Args:
            messages: The conversation so far, oldest message first.
            model: Identifier of the model that answers.
            frequency_penalty: Makes a token rarer the more often it has occurred; negative values do the opposite.
            logit_bias: Makes tokens, given by their ids, likelier or rarer: from -100 (never) to 100 (always).
            max_completion_tokens: Most tokens to generate, hidden reasoning included.
            max_tokens: Most tokens to generate; caps what an answer costs.
            min_p: Least probability of a token to pick, relative to that of the likeliest one.
            parallel_tool_calls: Whether one answer may hold several tool calls.
            prediction: What most of the answer will probably be; a good guess brings it sooner.
            presence_penalty: Makes every token that has occurred rarer, which favours new subjects; negative values do
                the opposite.
            repetition_penalty: How strongly to avoid repeating; the higher, the less the answer repeats itself.
            response_format: Form of the answer: free text, any JSON object, or JSON that fits a schema.
            seed: Requests alike in everything, seed included, are answered alike as far as possible.
            stop: One to four texts.
            stream_options: How to stream; only with `stream`.
            temperature: How freely to pick words: low values keep to the likeliest, high ones vary more.
            tool_choice: Which tools to use: `none`, `auto` (the model decides), `required` (at least one), or one
                function by its name.
            tools: Functions that the model may call, 128 at most.
            top_a: Skip tokens less likely than this value times the square of the highest probability.
            top_k: Pick only from this many of the likeliest tokens.
            top_p: Pick only from the likeliest tokens that together reach this probability.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.stream_manager(CREATE, **sort_arguments(CREATE, arguments))


class CompletionsRaw:
    """Like Completions, but each method returns the raw response."""

    def __init__(self, api: Api) -> None:
        resource = Completions(api.raw)
        self.create = raw_method(resource.create)


class AsyncChat:
    """Operations under `client.chat`."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def completions(self) -> AsyncCompletions:
        """Calls /v1/chat/completions."""
        return AsyncCompletions(self._api)


class AsyncCompletions:
    """Calls /v1/chat/completions."""

    def __init__(self, api: AsyncApi) -> None:
        self._api = api

    @cached_property
    def with_raw_response(self) -> AsyncCompletionsRaw:
        """The same operations, returning raw responses: status, headers, bytes and the parsed object."""
        return AsyncCompletionsRaw(self._api)

    @overload
    async def create(
        self, *, stream: Literal[False] | Omit = omit, **arguments: Unpack[CompletionsCreateParams]
    ) -> ChatCompletion: ...

    @overload
    async def create(
        self, *, stream: Literal[True], **arguments: Unpack[CompletionsCreateParams]
    ) -> AsyncStream[ChatCompletionChunk]: ...

    @overload
    async def create(
        self, *, stream: bool | Omit, **arguments: Unpack[CompletionsCreateParams]
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk]: ...

    @lists_keywords(CREATE)
    async def create(
        self, *, stream: bool | Omit = omit, **arguments: Unpack[CompletionsCreateParams]
    ) -> ChatCompletion | AsyncStream[ChatCompletionChunk]:
        """Returns the model's next message: whole, as JSON, or with `stream` piece by piece, as server-sent events.

        Args:
            messages: The conversation so far, oldest message first.
            model: Identifier of the model that answers.
            frequency_penalty: Makes a token rarer the more often it has occurred; negative values do the opposite. At
                least -2; at most 2.
            logit_bias: Makes tokens, given by their ids, likelier or rarer: from -100 (never) to 100 (always).
            max_completion_tokens: Most tokens to generate, hidden reasoning included. At least 1.
            max_tokens: Most tokens to generate; caps what an answer costs. At least 1.
            min_p: Least probability of a token to pick, relative to that of the likeliest one. At least 0.001; at most
                0.999.
            parallel_tool_calls: Whether one answer may hold several tool calls.
            prediction: What most of the answer will probably be; a good guess brings it sooner.
            presence_penalty: Makes every token that has occurred rarer, which favours new subjects; negative values do
                the opposite. At least -2; at most 2.
            repetition_penalty: How strongly to avoid repeating; the higher, the less the answer repeats itself.
            response_format: Form of the answer: free text, any JSON object, or JSON that fits a schema.
            seed: Requests alike in everything, seed included, are answered alike as far as possible. Beta. At least 1.
            stop: One to four texts. The answer ends where the first of them would begin.
            stream: Whether to send the answer piece by piece while it is written, rather than whole at the end. False
                when left out.
            stream_options: How to stream; only with `stream`.
            temperature: How freely to pick words: low values keep to the likeliest, high ones vary more. Set this or
                `top_p`, not both. At least 0; at most 2.
            tool_choice: Which tools to use: `none`, `auto` (the model decides), `required` (at least one), or one
                function by its name. Left out, it is `auto` with `tools` and `none` without.
            tools: Functions that the model may call, 128 at most.
            top_a: Skip tokens less likely than this value times the square of the highest probability. At least 0; at
                most 1.
            top_k: Pick only from this many of the likeliest tokens. Rarely needed beside `temperature`.
            top_p: Pick only from the likeliest tokens that together reach this probability. Set this or `temperature`,
                not both. At least 0.01; at most 1.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.

        Raises:
            APIStatusError: Its `problem` has the type `ErrorBody` where the status is 4XX or 5XX.
        """
        return await self._api.call_or_stream(CREATE, stream=stream, **sort_arguments(CREATE, arguments))

    @lists_keywords(CREATE)
    def stream(
        self, **arguments: Unpack[CompletionsCreateParams]
    ) -> AsyncStreamManager[ChatCompletionChunk, ChatCompletion]:
        """Like `create`, but streamed: an `async with` block gives chunks or text, then the complete response.

        Args:
            messages: The conversation so far, oldest message first.
            model: Identifier of the model that answers.
            frequency_penalty: Makes a token rarer the more often it has occurred; negative values do the opposite.
            logit_bias: Makes tokens, given by their ids, likelier or rarer: from -100 (never) to 100 (always).
            max_completion_tokens: Most tokens to generate, hidden reasoning included.
            max_tokens: Most tokens to generate; caps what an answer costs.
            min_p: Least probability of a token to pick, relative to that of the likeliest one.
            parallel_tool_calls: Whether one answer may hold several tool calls.
            prediction: What most of the answer will probably be; a good guess brings it sooner.
            presence_penalty: Makes every token that has occurred rarer, which favours new subjects; negative values do
                the opposite.
            repetition_penalty: How strongly to avoid repeating; the higher, the less the answer repeats itself.
            response_format: Form of the answer: free text, any JSON object, or JSON that fits a schema.
            seed: Requests alike in everything, seed included, are answered alike as far as possible.
            stop: One to four texts.
            stream_options: How to stream; only with `stream`.
            temperature: How freely to pick words: low values keep to the likeliest, high ones vary more.
            tool_choice: Which tools to use: `none`, `auto` (the model decides), `required` (at least one), or one
                function by its name.
            tools: Functions that the model may call, 128 at most.
            top_a: Skip tokens less likely than this value times the square of the highest probability.
            top_k: Pick only from this many of the likeliest tokens.
            top_p: Pick only from the likeliest tokens that together reach this probability.
            extra_headers: Headers to send besides, or in place of, the client's.
            extra_query: Query parameters to send besides.
            extra_body: Properties to send besides, or in place of, the arguments.
            timeout: Seconds, or a Timeout, for this call alone.
        """
        return self._api.stream_manager(CREATE, **sort_arguments(CREATE, arguments))


class AsyncCompletionsRaw:
    """Like AsyncCompletions, but each method returns the raw response."""

    def __init__(self, api: AsyncApi) -> None:
        resource = AsyncCompletions(api.raw)
        self.create = async_raw_method(resource.create)
