"""Types of arguments: plain dicts, with model objects allowed in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypeAlias

from typing_extensions import TypedDict

from . import models


class UserMessageParam(TypedDict):
    """What the user says."""

    role: Literal["user"]
    content: str
    name: NotRequired[str]


class SystemMessageParam(TypedDict):
    """What the model is told before the talk starts."""

    role: Literal["system"]
    content: str


class FunctionParam(TypedDict):
    """A function that the model may call."""

    name: str
    arguments: str


class ToolCallParam(TypedDict):
    """A call that the model asks for."""

    id: str
    type: Literal["function"]
    function: FunctionParam | models.Function


class AssistantMessageParam(TypedDict):
    """What the model says."""

    role: Literal["assistant"]
    content: NotRequired[str | None]
    refusal: NotRequired[str | None]
    tool_calls: NotRequired[Sequence[ToolCallParam | models.ToolCall]]


MessageParam: TypeAlias = (
    UserMessageParam
    | SystemMessageParam
    | AssistantMessageParam
    | models.UserMessage
    | models.SystemMessage
    | models.AssistantMessage
)

StopParam: TypeAlias = str | Sequence[str]


class ToolFunctionParam(TypedDict):
    """A function as it is declared."""

    name: str
    description: NotRequired[str]
    parameters: NotRequired[Mapping[str, object]]


class ToolParam(TypedDict):
    """A tool that the model may use."""

    type: Literal["function"]
    function: ToolFunctionParam | models.ToolFunction
