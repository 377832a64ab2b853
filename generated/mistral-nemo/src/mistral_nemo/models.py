# Written by nemogen from specs/mistral-nemo/openapi.json. Edits are not kept: correct the spec in an overlay,
# specs/mistral-nemo/overlay.yaml, name things in specs/mistral-nemo/api.toml, and see `nemogen templates` for the look.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class TextPart(Model):
    """A piece of text."""

    text: str
    """The text itself."""

    type: Literal["text"]
    """Always `text`."""


class File(Model):
    """The file's bytes and name."""

    file_data: str | None = None
    """The bytes in base64. Only PDF is read; 512 MB and two million tokens are the limits of a file."""

    filename: str | None = None
    """Name under which the model knows the file; it keeps several files apart."""


class DeveloperMessage(Model):
    """Rules set by the application's author; they outrank what the user says."""

    content: str | list[TextPart]
    """The rules, as text or as a list of text parts."""

    role: Literal["developer"]
    """Always `developer`."""

    name: str | None = None
    """Tells participants with equal role apart, such as two users."""


class SystemMessage(Model):
    """Rules for the whole conversation, such as task, tone and limits."""

    content: str | list[TextPart]
    """The rules, as text or as a list of text parts."""

    role: Literal["system"]
    """Always `system`."""

    name: str | None = None
    """Tells participants with equal role apart, such as two users."""


class ToolMessage(Model, nullable=["name"]):
    """The result of a tool call, handed back to the model."""

    content: str
    """What the tool returned, as text; often JSON."""

    role: Literal["tool"]
    """Always `tool`."""

    tool_call_id: str
    """The call that this answers, by its `id`."""

    name: str | None = None
    """Tells participants with equal role apart, such as two users."""


class RefusalPart(Model):
    """The words with which the model declined."""

    refusal: str
    """The words themselves."""

    type: Literal["refusal"]
    """Always `refusal`."""


class FunctionCall(Model):
    """Which function to call, and with what."""

    arguments: str
    """Arguments as JSON text, written by the model: it may be broken or name unknown parameters, so check
    it first."""

    name: str
    """Which function the model asks to run."""


class Prediction(Model):
    """What most of the answer will probably be; a good guess brings it sooner."""

    content: str | list[TextPart]
    """The expected answer, as text or as a list of text parts."""

    type: Literal["content"]
    """Always `content`."""


class TextResponseFormat(Model):
    """Free text; what you get if you say nothing."""

    type: Literal["text"]
    """Always `text`."""


class JsonObjectResponseFormat(Model):
    """Any JSON object. A message has to ask for JSON as well. Prefer `json_schema` where it is supported."""

    type: Literal["json_object"]
    """Always `json_object`."""


class JsonSchema(Model, nullable=["strict"]):
    """The schema, and what it is called."""

    name: str
    """Name of the format: letters, digits, `_` and `-`, 64 of them at most."""

    description: str | None = None
    """What the format is for; a hint to the model."""

    schema_: Annotated[dict[str, Any] | None, Field(alias="schema")] = None
    """The JSON Schema that the answer has to fit."""

    strict: bool | None = None
    """Whether the answer must fit `schema` exactly; only part of JSON Schema may be used then."""


class StreamOptions(Model):
    """How to stream; only with `stream`."""

    include_usage: bool
    """Whether to count the tokens of the answer in a last chunk."""


class ToolChoiceFunction(Model):
    """Which function to call."""

    name: str
    """Name of the function, as given in `tools`."""


class FunctionDefinition(Model, nullable=["strict"]):
    """What the function is called, does and takes."""

    name: str
    """Name to call it by: letters, digits, `_` and `-`, 64 of them at most."""

    parameters: dict[str, Any]
    """JSON Schema of the arguments."""

    description: str | None = None
    """What the function does; from this the model decides when to call it."""

    strict: bool | None = None
    """Whether calls must fit `parameters` exactly; only part of JSON Schema may be used then."""


class UrlCitation(Model):
    """The page, and the passage that rests on it."""

    end_index: int
    """Where the passage ends, in characters of `content`."""

    start_index: int
    """Where the passage begins, in characters of `content`."""

    title: str
    """Title of the page."""

    url: str
    """Address of the page."""


class Audio(Model):
    id: str
    """Identifier of the sound."""

    data: str
    """The sound in base64, in the format that was asked for."""

    expires_at: int
    """When the server forgets the sound, in seconds since 1970-01-01 UTC."""

    transcript: str
    """The spoken words."""


class CustomCall(Model):
    """Which tool to call, and with what."""

    input: str
    """Text for the tool."""

    name: str
    """Name of the tool."""


class TopLogprob(Model, nullable=["bytes"]):
    """A token that could have stood here, and how likely it was."""

    logprob: float
    """Natural logarithm of the probability; -9999.0 stands for all that is hardly possible."""

    token: str
    """Text of the token."""

    bytes: list[int] | None = None
    """UTF-8 bytes of the token. Join those of several tokens to get a character that spans them."""


class RefusalTokenLogprob(Model, nullable=["top_logprobs"]):
    """A token of the answer, and how likely it was."""

    bytes: list[int] | None
    """UTF-8 bytes of the token. Join those of several tokens to get a character that spans them."""

    logprob: float
    """Natural logarithm of the probability; -9999.0 stands for all that is hardly possible."""

    token: str
    """Text of the token."""

    top_logprobs: list[TopLogprob] | None = None
    """The likeliest tokens at this place; now and then fewer than were asked for."""


class CompletionTokensDetails(
    Model, nullable=["accepted_prediction_tokens", "audio_tokens", "reasoning_tokens", "rejected_prediction_tokens"]
):
    accepted_prediction_tokens: int | None = None
    """Tokens of `prediction` that came true."""

    audio_tokens: int | None = None
    """Tokens of sound in the answer."""

    reasoning_tokens: int | None = None
    """Tokens of hidden reasoning."""

    rejected_prediction_tokens: int | None = None
    """Tokens of `prediction` that did not come true; billed, and counted against limits, all the same."""


class PromptTokensDetails(Model, nullable=["audio_tokens", "cached_tokens"]):
    audio_tokens: int | None = None
    """Tokens of sound in the conversation."""

    cached_tokens: int | None = None
    """Tokens that the server still held from an earlier request."""


class MetaUsage(Model):
    credits_used: float | None = None
    """Credits taken for the answer."""

    usd_spent: float | None = None
    """The same in US dollars."""


class FunctionCallDelta(Model):
    """What this piece adds to the function call."""

    arguments: str | None = None
    """Next piece of the JSON text of the arguments. Only the joined text can be parsed; check it before
    use."""

    name: str | None = None
    """Name of the function; comes with the first piece."""


class ErrorBody(Model):
    """What the server says about a request that failed."""

    message: str | None = None
    """What went wrong."""

    path: str | None = None
    """The path that was called."""

    request_id: Annotated[str | None, Field(alias="requestId")] = None  # pyright: ignore[reportIncompatibleMethodOverride]
    """Identifier of the request, for questions to the publisher."""

    status_code: Annotated[int | str | None, Field(alias="statusCode")] = None
    """The HTTP status once more."""

    timestamp: str | None = None
    """When it failed, as ISO 8601 has it."""


class FilePart(Model):
    """A file for the model to read."""

    file: File
    """The file's bytes and name."""

    type: Literal["file"]
    """Always `file`."""


AssistantMessageContentPart = TypeAliasType(
    "AssistantMessageContentPart", Annotated[TextPart | RefusalPart, Field(discriminator="type")]
)


class FunctionToolCall(Model):
    """A call of a function, asked for by the model."""

    id: str
    """Identifier of the call; the `tool` message with its result repeats it."""

    function: FunctionCall
    """Which function to call, and with what."""

    type: Literal["function"]
    """Always `function`."""


class JsonSchemaResponseFormat(Model):
    """JSON that fits a schema."""

    json_schema: JsonSchema
    """The schema, and what it is called."""

    type: Literal["json_schema"]
    """Always `json_schema`."""


class ToolChoice(Model):
    """Has the model call this function."""

    function: ToolChoiceFunction
    """Which function to call."""

    type: Literal["function"]
    """Always `function`."""


class FunctionTool(Model):
    """A function that the model may call."""

    function: FunctionDefinition
    """What the function is called, does and takes."""

    type: Literal["function"]
    """Always `function`."""


class UrlCitationAnnotation(Model):
    """A web page that the text cites."""

    type: Literal["url_citation"]
    """Always `url_citation`."""

    url_citation: UrlCitation
    """The page, and the passage that rests on it."""


class CustomToolCall(Model):
    """A call of a tool that takes free text."""

    id: str
    """Identifier of the call; the `tool` message with its result repeats it."""

    custom: CustomCall
    """Which tool to call, and with what."""

    type: Literal["custom"]
    """Always `custom`."""


class TokenLogprob(Model, nullable=["top_logprobs"]):
    """A token of the answer, and how likely it was."""

    bytes: list[int] | None
    """UTF-8 bytes of the token. Join those of several tokens to get a character that spans them."""

    logprob: float
    """Natural logarithm of the probability; -9999.0 stands for all that is hardly possible."""

    token: str
    """Text of the token."""

    top_logprobs: list[TopLogprob] | None = None
    """The likeliest tokens at this place; now and then fewer than were asked for."""


class Usage(Model, nullable=["completion_tokens_details", "prompt_tokens_details"]):
    """How many tokens the request took."""

    completion_tokens: int
    """Tokens of the answer."""

    prompt_tokens: int
    """Tokens of the conversation that was sent."""

    total_tokens: int
    """Tokens of both together."""

    completion_tokens_details: CompletionTokensDetails | None = None
    """What `completion_tokens` consists of."""

    prompt_tokens_details: PromptTokensDetails | None = None
    """What `prompt_tokens` consists of."""


class Meta(Model, nullable=["usage"]):
    usage: MetaUsage | None = None
    """What the answer cost."""


class ToolCallDelta(Model):
    """A piece of a tool call."""

    index: int
    """Which of the calls this piece belongs to."""

    id: str | None = None
    """Identifier of the call; comes with its first piece."""

    function: FunctionCallDelta | None = None
    """What this piece adds to the function call."""

    type: Literal["function"] | None = None
    """Always `function`."""


ContentPart = TypeAliasType("ContentPart", Annotated[TextPart | FilePart, Field(discriminator="type")])


class AssistantMessage(Model, nullable=["refusal"]):
    """An earlier answer of the model, sent back so that it knows what it said."""

    role: Literal["assistant"]
    """Always `assistant`."""

    content: str | list[AssistantMessageContentPart] | None = None
    """The answer, as text or in parts. Needed unless there are `tool_calls`."""

    name: str | None = None
    """Tells participants with equal role apart, such as two users."""

    refusal: str | None = None
    """The words with which the model declined."""

    tool_calls: list[FunctionToolCall] | None = None
    """The tool calls that the model asked for in this message."""


ResponseFormat = TypeAliasType(
    "ResponseFormat",
    Annotated[TextResponseFormat | JsonObjectResponseFormat | JsonSchemaResponseFormat, Field(discriminator="type")],
)
"""
Form of the answer: free text, any JSON object, or JSON that fits a schema.
"""


ToolCall = TypeAliasType("ToolCall", Annotated[FunctionToolCall | CustomToolCall, Field(discriminator="type")])
"""
A call of a tool, asked for by the model; `type` says of which kind.
"""


class Logprobs(Model):
    content: list[TokenLogprob] | None
    """The tokens of the text."""

    refusal: list[RefusalTokenLogprob] | None
    """The tokens of the refusal."""


class ChoiceDelta(Model, nullable=["content", "refusal", "tool_calls"]):
    content: str | None = None
    """Next piece of the text."""

    refusal: str | None = None
    """Next piece of the words with which the model declines."""

    role: Literal["assistant", "developer", "system", "tool", "user"] | str | None = None
    """Who writes the message; comes with its first piece."""

    tool_calls: list[ToolCallDelta] | None = None
    """Pieces of tool calls; those with equal `index` belong together."""


class UserMessage(Model):
    """What the user says to the model."""

    content: str | list[ContentPart]
    """Text, or a list of parts if files go along with it."""

    role: Literal["user"]
    """Always `user`."""

    name: str | None = None
    """Tells participants with equal role apart, such as two users."""


class ChatCompletionMessage(Model, nullable=["annotations", "audio", "refusal", "tool_calls"]):
    """The message that the model wrote."""

    content: str | None
    """Text of the answer; null if the model only calls tools."""

    role: str
    """Who wrote the message: `assistant`."""

    annotations: list[UrlCitationAnnotation] | None = None
    """Web pages that the text cites."""

    audio: Audio | None = None
    """The answer as sound, if that was asked for."""

    refusal: str | None = None
    """The words with which the model declined."""

    tool_calls: list[ToolCall] | None = None
    """Tools that the model wants run. Send each result back in a `tool` message."""


class ChunkChoice(Model, nullable=["delta", "finish_reason", "logprobs"]):
    """What a chunk adds to one answer."""

    index: int
    """Position among the answers, from 0."""

    delta: ChoiceDelta | None = None
    """The next piece of the message."""

    finish_reason: Literal["content_filter", "function_call", "length", "stop", "tool_calls"] | str | None = None
    """Why the answer ended; comes with its last piece."""

    logprobs: Logprobs | None = None
    """How likely the tokens of the answer were."""


Message = TypeAliasType(
    "Message",
    Annotated[
        UserMessage | DeveloperMessage | SystemMessage | ToolMessage | AssistantMessage, Field(discriminator="role")
    ],
)
"""
A message of the conversation; `role` says who wrote it.
"""


class Choice(Model, nullable=["logprobs"]):
    """One answer."""

    finish_reason: Literal["content_filter", "length", "stop", "tool_calls"] | str
    """Why the answer ended: `stop` (it was complete or met a stop text), `length` (token limit),
    `content_filter` (withheld) or `tool_calls` (the tools are to be run first)."""

    index: int
    """Position among the answers, from 0."""

    message: ChatCompletionMessage
    """The message that the model wrote."""

    logprobs: Logprobs | None = None
    """How likely the tokens of the answer were."""


class ChatCompletionChunk(Model, nullable=["service_tier", "usage"]):
    """A piece of a streamed answer."""

    id: str
    """Identifier of the answer, the same in all its chunks."""

    choices: list[ChunkChoice]
    """What this chunk adds to each answer; none in a chunk that only counts tokens."""

    created: int
    """When the answer was begun, in seconds since 1970-01-01 UTC."""

    model: str
    """Model that answered."""

    object: Literal["chat.completion.chunk"]
    """Always `chat.completion.chunk`."""

    service_tier: Literal["auto", "default", "flex", "priority", "scale"] | str | None = None
    """Class of service that the request got."""

    usage: Usage | None = None
    """How many tokens the request took; in the last chunk, if `stream_options` asks for it."""


class ChatCompletionRequest(
    Model, nullable=["frequency_penalty", "logit_bias", "presence_penalty", "repetition_penalty", "stop"]
):
    """What to ask of the model: the conversation so far, and how to answer it."""

    messages: list[Message]
    """The conversation so far, oldest message first."""

    model: Literal["mistralai/mistral-nemo"]
    """Identifier of the model that answers."""

    frequency_penalty: Annotated[float | None, Field(ge=-2.0, le=2.0)] = None
    """Makes a token rarer the more often it has occurred; negative values do the opposite."""

    logit_bias: dict[str, float] | None = None
    """Makes tokens, given by their ids, likelier or rarer: from -100 (never) to 100 (always)."""

    max_completion_tokens: Annotated[int | None, Field(ge=1)] = None
    """Most tokens to generate, hidden reasoning included."""

    max_tokens: Annotated[int | None, Field(ge=1)] = None
    """Most tokens to generate; caps what an answer costs."""

    min_p: Annotated[float | None, Field(ge=0.001, le=0.999)] = None
    """Least probability of a token to pick, relative to that of the likeliest one."""

    parallel_tool_calls: bool | None = None
    """Whether one answer may hold several tool calls."""

    prediction: Prediction | None = None
    """What most of the answer will probably be; a good guess brings it sooner."""

    presence_penalty: Annotated[float | None, Field(ge=-2.0, le=2.0)] = None
    """Makes every token that has occurred rarer, which favours new subjects; negative values do the
    opposite."""

    repetition_penalty: float | None = None
    """How strongly to avoid repeating; the higher, the less the answer repeats itself."""

    response_format: ResponseFormat | None = None
    """Form of the answer: free text, any JSON object, or JSON that fits a schema."""

    seed: Annotated[int | None, Field(ge=1)] = None
    """Requests alike in everything, seed included, are answered alike as far as possible. Beta."""

    stop: str | list[str] | None = None
    """One to four texts. The answer ends where the first of them would begin."""

    stream: bool | None = None
    """Whether to send the answer piece by piece while it is written, rather than whole at the end."""

    stream_options: StreamOptions | None = None
    """How to stream; only with `stream`."""

    temperature: Annotated[float | None, Field(ge=0.0, le=2.0)] = None
    """How freely to pick words: low values keep to the likeliest, high ones vary more. Set this or
    `top_p`, not both."""

    tool_choice: Literal["auto", "none", "required"] | ToolChoice | None = None
    """Which tools to use: `none`, `auto` (the model decides), `required` (at least one), or one function
    by its name. Left out, it is `auto` with `tools` and `none` without."""

    tools: list[FunctionTool] | None = None
    """Functions that the model may call, 128 at most."""

    top_a: Annotated[float | None, Field(ge=0.0, le=1.0)] = None
    """Skip tokens less likely than this value times the square of the highest probability."""

    top_k: int | None = None
    """Pick only from this many of the likeliest tokens. Rarely needed beside `temperature`."""

    top_p: Annotated[float | None, Field(ge=0.01, le=1.0)] = None
    """Pick only from the likeliest tokens that together reach this probability. Set this or `temperature`,
    not both."""


class ChatCompletion(Model, nullable=["meta"]):
    """The model's answer to a conversation."""

    id: str
    """Identifier of the answer."""

    choices: list[Choice]
    """The answers; normally there is one."""

    created: int
    """When the answer was begun, in seconds since 1970-01-01 UTC."""

    model: str
    """Model that answered."""

    object: Literal["chat.completion"]
    """Always `chat.completion`."""

    usage: Usage
    """How many tokens the request took."""

    meta: Meta | None = None
    """What the publisher adds to the model's answer."""
