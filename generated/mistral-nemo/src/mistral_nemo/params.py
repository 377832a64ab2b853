# Written by nemogen from specs/mistral-nemo/openapi.json. Edits are not kept: correct the spec in an overlay,
# specs/mistral-nemo/overlay.yaml, name things in specs/mistral-nemo/api.toml, and see `nemogen templates` for the look.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from .models import (
    AssistantMessage,
    ChatCompletionMessage,
    DeveloperMessage,
    File,
    FilePart,
    FunctionCall,
    FunctionDefinition,
    FunctionTool,
    FunctionToolCall,
    JsonObjectResponseFormat,
    JsonSchema,
    JsonSchemaResponseFormat,
    Prediction,
    RefusalPart,
    StreamOptions,
    SystemMessage,
    TextPart,
    TextResponseFormat,
    ToolChoice,
    ToolChoiceFunction,
    ToolMessage,
    UserMessage,
)


class TextPartParam(TypedDict):
    """A piece of text."""

    text: str
    """The text itself."""

    type: Literal["text"]
    """Always `text`."""


class FileParam(TypedDict):
    """The file's bytes and name."""

    file_data: NotRequired[str]
    """The bytes in base64. Only PDF is read; 512 MB and two million tokens are the limits of a file."""

    filename: NotRequired[str]
    """Name under which the model knows the file; it keeps several files apart."""


class DeveloperMessageParam(TypedDict):
    """Rules set by the application's author; they outrank what the user says."""

    content: str | Sequence[TextPartParam | TextPart]
    """The rules, as text or as a list of text parts."""

    role: Literal["developer"]
    """Always `developer`."""

    name: NotRequired[str]
    """Tells participants with equal role apart, such as two users."""


class SystemMessageParam(TypedDict):
    """Rules for the whole conversation, such as task, tone and limits."""

    content: str | Sequence[TextPartParam | TextPart]
    """The rules, as text or as a list of text parts."""

    role: Literal["system"]
    """Always `system`."""

    name: NotRequired[str]
    """Tells participants with equal role apart, such as two users."""


class ToolMessageParam(TypedDict):
    """The result of a tool call, handed back to the model."""

    content: str
    """What the tool returned, as text; often JSON."""

    role: Literal["tool"]
    """Always `tool`."""

    tool_call_id: str
    """The call that this answers, by its `id`."""

    name: NotRequired[str | None]
    """Tells participants with equal role apart, such as two users."""


class RefusalPartParam(TypedDict):
    """The words with which the model declined."""

    refusal: str
    """The words themselves."""

    type: Literal["refusal"]
    """Always `refusal`."""


class FunctionCallParam(TypedDict):
    """Which function to call, and with what."""

    arguments: str
    """Arguments as JSON text, written by the model: it may be broken or name unknown parameters, so check
    it first."""

    name: str
    """Which function the model asks to run."""


class PredictionParam(TypedDict):
    """What most of the answer will probably be; a good guess brings it sooner."""

    content: str | Sequence[TextPartParam | TextPart]
    """The expected answer, as text or as a list of text parts."""

    type: Literal["content"]
    """Always `content`."""


class TextResponseFormatParam(TypedDict):
    """Free text; what you get if you say nothing."""

    type: Literal["text"]
    """Always `text`."""


class JsonObjectResponseFormatParam(TypedDict):
    """Any JSON object. A message has to ask for JSON as well. Prefer `json_schema` where it is supported."""

    type: Literal["json_object"]
    """Always `json_object`."""


class JsonSchemaParam(TypedDict):
    """The schema, and what it is called."""

    name: str
    """Name of the format: letters, digits, `_` and `-`, 64 of them at most."""

    description: NotRequired[str]
    """What the format is for; a hint to the model."""

    schema: NotRequired[Mapping[str, Any]]
    """The JSON Schema that the answer has to fit."""

    strict: NotRequired[bool | None]
    """Whether the answer must fit `schema` exactly; only part of JSON Schema may be used then."""


class StreamOptionsParam(TypedDict):
    """How to stream; only with `stream`."""

    include_usage: bool
    """Whether to count the tokens of the answer in a last chunk."""


class ToolChoiceFunctionParam(TypedDict):
    """Which function to call."""

    name: str
    """Name of the function, as given in `tools`."""


class FunctionDefinitionParam(TypedDict):
    """What the function is called, does and takes."""

    name: str
    """Name to call it by: letters, digits, `_` and `-`, 64 of them at most."""

    parameters: Mapping[str, Any]
    """JSON Schema of the arguments."""

    description: NotRequired[str]
    """What the function does; from this the model decides when to call it."""

    strict: NotRequired[bool | None]
    """Whether calls must fit `parameters` exactly; only part of JSON Schema may be used then."""


class FilePartParam(TypedDict):
    """A file for the model to read."""

    file: FileParam | File
    """The file's bytes and name."""

    type: Literal["file"]
    """Always `file`."""


AssistantMessageContentPartParam: TypeAlias = TextPartParam | TextPart | RefusalPartParam | RefusalPart


class FunctionToolCallParam(TypedDict):
    """A call of a function, asked for by the model."""

    id: str
    """Identifier of the call; the `tool` message with its result repeats it."""

    function: FunctionCallParam | FunctionCall
    """Which function to call, and with what."""

    type: Literal["function"]
    """Always `function`."""


class JsonSchemaResponseFormatParam(TypedDict):
    """JSON that fits a schema."""

    json_schema: JsonSchemaParam | JsonSchema
    """The schema, and what it is called."""

    type: Literal["json_schema"]
    """Always `json_schema`."""


class ToolChoiceParam(TypedDict):
    """Has the model call this function."""

    function: ToolChoiceFunctionParam | ToolChoiceFunction
    """Which function to call."""

    type: Literal["function"]
    """Always `function`."""


class FunctionToolParam(TypedDict):
    """A function that the model may call."""

    function: FunctionDefinitionParam | FunctionDefinition
    """What the function is called, does and takes."""

    type: Literal["function"]
    """Always `function`."""


ContentPartParam: TypeAlias = TextPartParam | TextPart | FilePartParam | FilePart


class AssistantMessageParam(TypedDict):
    """An earlier answer of the model, sent back so that it knows what it said."""

    role: Literal["assistant"]
    """Always `assistant`."""

    content: NotRequired[str | Sequence[AssistantMessageContentPartParam]]
    """The answer, as text or in parts. Needed unless there are `tool_calls`."""

    name: NotRequired[str]
    """Tells participants with equal role apart, such as two users."""

    refusal: NotRequired[str | None]
    """The words with which the model declined."""

    tool_calls: NotRequired[Sequence[FunctionToolCallParam | FunctionToolCall]]
    """The tool calls that the model asked for in this message."""


ResponseFormatParam: TypeAlias = (
    TextResponseFormatParam
    | TextResponseFormat
    | JsonObjectResponseFormatParam
    | JsonObjectResponseFormat
    | JsonSchemaResponseFormatParam
    | JsonSchemaResponseFormat
)
"""
Form of the answer: free text, any JSON object, or JSON that fits a schema.
"""


class UserMessageParam(TypedDict):
    """What the user says to the model."""

    content: str | Sequence[ContentPartParam]
    """Text, or a list of parts if files go along with it."""

    role: Literal["user"]
    """Always `user`."""

    name: NotRequired[str]
    """Tells participants with equal role apart, such as two users."""


MessageParam: TypeAlias = (
    UserMessageParam
    | UserMessage
    | DeveloperMessageParam
    | DeveloperMessage
    | SystemMessageParam
    | SystemMessage
    | ToolMessageParam
    | ToolMessage
    | AssistantMessageParam
    | AssistantMessage
    | ChatCompletionMessage
)
"""
A message of the conversation; `role` says who wrote it.
"""


class ChatCompletionRequestParam(TypedDict):
    """What to ask of the model: the conversation so far, and how to answer it."""

    messages: Sequence[MessageParam]
    """The conversation so far, oldest message first."""

    model: Literal["mistralai/mistral-nemo"]
    """Identifier of the model that answers."""

    frequency_penalty: NotRequired[float | None]
    """Makes a token rarer the more often it has occurred; negative values do the opposite."""

    logit_bias: NotRequired[Mapping[str, float] | None]
    """Makes tokens, given by their ids, likelier or rarer: from -100 (never) to 100 (always)."""

    max_completion_tokens: NotRequired[int]
    """Most tokens to generate, hidden reasoning included."""

    max_tokens: NotRequired[int]
    """Most tokens to generate; caps what an answer costs."""

    min_p: NotRequired[float]
    """Least probability of a token to pick, relative to that of the likeliest one."""

    parallel_tool_calls: NotRequired[bool]
    """Whether one answer may hold several tool calls."""

    prediction: NotRequired[PredictionParam | Prediction]
    """What most of the answer will probably be; a good guess brings it sooner."""

    presence_penalty: NotRequired[float | None]
    """Makes every token that has occurred rarer, which favours new subjects; negative values do the
    opposite."""

    repetition_penalty: NotRequired[float | None]
    """How strongly to avoid repeating; the higher, the less the answer repeats itself."""

    response_format: NotRequired[ResponseFormatParam]
    """Form of the answer: free text, any JSON object, or JSON that fits a schema."""

    seed: NotRequired[int]
    """Requests alike in everything, seed included, are answered alike as far as possible. Beta."""

    stop: NotRequired[str | Sequence[str] | None]
    """One to four texts. The answer ends where the first of them would begin."""

    stream: NotRequired[bool]
    """Whether to send the answer piece by piece while it is written, rather than whole at the end."""

    stream_options: NotRequired[StreamOptionsParam | StreamOptions]
    """How to stream; only with `stream`."""

    temperature: NotRequired[float]
    """How freely to pick words: low values keep to the likeliest, high ones vary more. Set this or
    `top_p`, not both."""

    tool_choice: NotRequired[Literal["auto", "none", "required"] | ToolChoiceParam | ToolChoice]
    """Which tools to use: `none`, `auto` (the model decides), `required` (at least one), or one function
    by its name. Left out, it is `auto` with `tools` and `none` without."""

    tools: NotRequired[Sequence[FunctionToolParam | FunctionTool]]
    """Functions that the model may call, 128 at most."""

    top_a: NotRequired[float]
    """Skip tokens less likely than this value times the square of the highest probability."""

    top_k: NotRequired[int]
    """Pick only from this many of the likeliest tokens. Rarely needed beside `temperature`."""

    top_p: NotRequired[float]
    """Pick only from the likeliest tokens that together reach this probability. Set this or `temperature`,
    not both."""
