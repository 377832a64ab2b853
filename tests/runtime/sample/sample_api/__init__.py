"""Client of the Sample API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy

__version__ = "1.2.0"

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncSampleApi": "client",
    "SampleApi": "client",
    "AssistantMessage": "models",
    "ChatCompletion": "models",
    "ChatCompletionChunk": "models",
    "ChatCompletionRequest": "models",
    "Choice": "models",
    "ChunkChoice": "models",
    "Delta": "models",
    "FileRecord": "models",
    "Function": "models",
    "Item": "models",
    "SystemMessage": "models",
    "Tool": "models",
    "ToolCall": "models",
    "ToolCallDelta": "models",
    "Usage": "models",
    "UserMessage": "models",
    "FunctionParam": "params",
    "MessageParam": "params",
    "SystemMessageParam": "params",
    "ToolParam": "params",
    "UserMessageParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncSampleApi, SampleApi
    from .models import (
        AssistantMessage,
        ChatCompletion,
        ChatCompletionChunk,
        ChatCompletionRequest,
        Choice,
        ChunkChoice,
        Delta,
        FileRecord,
        Function,
        Item,
        SystemMessage,
        Tool,
        ToolCall,
        ToolCallDelta,
        Usage,
        UserMessage,
    )
    from .params import FunctionParam, MessageParam, SystemMessageParam, ToolParam, UserMessageParam

__getattr__, __dir__ = lazy(__name__, _EXPORTS)
__all__ = ["__version__", *_EXPORTS]
