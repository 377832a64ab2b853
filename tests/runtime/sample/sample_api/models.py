"""What goes in and out, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from ._runtime.model import Model


class UserMessage(Model):
    """What the user says."""

    role: Literal["user"]
    content: str
    name: str | None = None


class SystemMessage(Model):
    """What the model is told before the talk starts."""

    role: Literal["system"]
    content: str


class Function(Model):
    """A function that the model may call."""

    name: str
    arguments: str


class ToolCall(Model):
    """A call that the model asks for."""

    id: str
    type: Literal["function"]
    function: Function


class AssistantMessage(Model, nullable=["content", "refusal", "tool_calls"]):
    """What the model says."""

    role: Literal["assistant"]
    content: str | None = None
    refusal: str | None = None
    tool_calls: list[ToolCall] | None = None


Message = TypeAliasType(
    "Message",
    Annotated[UserMessage | SystemMessage | AssistantMessage, Field(discriminator="role")],
)

Stop = TypeAliasType("Stop", str | list[str])


class ToolFunction(Model):
    """A function as it is declared."""

    name: str
    description: str | None = None
    parameters: dict[str, object] | None = None


class Tool(Model):
    """A tool that the model may use."""

    type: Literal["function"]
    function: ToolFunction


class ChatCompletionRequest(Model, nullable=["temperature", "stop"]):
    """Body of a request for a chat completion."""

    model: Literal["sample-large", "sample-small"]
    messages: list[Message]
    stream: bool | None = None
    max_tokens: Annotated[int | None, Field(ge=1)] = None
    temperature: Annotated[float | None, Field(ge=0.0, le=2.0)] = None
    top_p: Annotated[float | None, Field(ge=0.01, le=1.0)] = None
    effort: Literal["low", "high"] | None = None
    stop: Stop | None = None
    tools: list[Tool] | None = None
    class_: Annotated[str | None, Field(alias="class")] = None


class Usage(Model):
    """Tokens that were counted."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class Choice(Model, nullable=["finish_reason"]):
    """One of the answers."""

    index: int
    message: AssistantMessage
    finish_reason: Literal["stop", "length", "tool_calls"] | str | None = None


class ChatCompletion(Model):
    """An answer, whole."""

    id: str
    object: Literal["chat.completion"]
    created: int
    model: str
    choices: list[Choice]
    usage: Usage
    service_tier: str | None = None


class FunctionDelta(Model):
    """A piece of a function call."""

    name: str | None = None
    arguments: str | None = None


class ToolCallDelta(Model):
    """A piece of a tool call."""

    index: int | None = None
    id: str | None = None
    type: Literal["function"] | None = None
    function: FunctionDelta | None = None


class Delta(Model, nullable=["content"]):
    """A piece of a message."""

    role: Literal["assistant"] | str | None = None
    content: str | None = None
    tool_calls: list[ToolCallDelta] | None = None


class ChunkChoice(Model, nullable=["finish_reason"]):
    """A piece of one of the answers."""

    index: int
    delta: Delta
    finish_reason: Literal["stop", "length", "tool_calls"] | str | None = None


class ChatCompletionChunk(Model, nullable=["usage"]):
    """A piece of an answer."""

    id: str
    object: Literal["chat.completion.chunk"]
    created: int
    model: str
    choices: list[ChunkChoice]
    usage: Usage | None = None


class Item(Model):
    """A thing on the shelf."""

    id: str
    name: str
    tags: list[str] | None = None
    weight: float | None = None
    parent: Item | None = None


class ItemParameters(Model):
    """Arguments of `items.retrieve`."""

    item_id: str
    limit: Annotated[int | None, Field(ge=1, le=100)] = None
    fields: list[str] | None = None
    order: Literal["asc", "desc"] | None = None
    x_tenant: Annotated[str | None, Field(alias="X-Tenant")] = None


class FileUpload(Model):
    """Fields that go with a file."""

    purpose: Literal["training", "archive"]
    expires: Annotated[int | None, Field(ge=60)] = None


class FileRecord(Model):
    """A file as it is kept."""

    id: str
    bytes: int
    filename: str


class SpeechRequest(Model):
    """Body of a request for speech."""

    text: Annotated[str, Field(max_length=200)]
    voice: Literal["low", "high"] | None = None
