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
    "FileUpload": "models",
    "Function": "models",
    "FunctionDelta": "models",
    "Item": "models",
    "ItemParameters": "models",
    "Message": "models",
    "SpeechRequest": "models",
    "Stop": "models",
    "SystemMessage": "models",
    "Tool": "models",
    "ToolCall": "models",
    "ToolCallDelta": "models",
    "ToolFunction": "models",
    "Usage": "models",
    "UserMessage": "models",
    "AssistantMessageParam": "params",
    "FunctionParam": "params",
    "MessageParam": "params",
    "StopParam": "params",
    "SystemMessageParam": "params",
    "ToolCallParam": "params",
    "ToolFunctionParam": "params",
    "ToolParam": "params",
    "UserMessageParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncSampleApi as AsyncSampleApi
    from .client import SampleApi as SampleApi
    from .models import (
        AssistantMessage as AssistantMessage,
    )
    from .models import (
        ChatCompletion as ChatCompletion,
    )
    from .models import (
        ChatCompletionChunk as ChatCompletionChunk,
    )
    from .models import (
        ChatCompletionRequest as ChatCompletionRequest,
    )
    from .models import (
        Choice as Choice,
    )
    from .models import (
        ChunkChoice as ChunkChoice,
    )
    from .models import (
        Delta as Delta,
    )
    from .models import (
        FileRecord as FileRecord,
    )
    from .models import (
        FileUpload as FileUpload,
    )
    from .models import (
        Function as Function,
    )
    from .models import (
        FunctionDelta as FunctionDelta,
    )
    from .models import (
        Item as Item,
    )
    from .models import (
        ItemParameters as ItemParameters,
    )
    from .models import (
        Message as Message,
    )
    from .models import (
        SpeechRequest as SpeechRequest,
    )
    from .models import (
        Stop as Stop,
    )
    from .models import (
        SystemMessage as SystemMessage,
    )
    from .models import (
        Tool as Tool,
    )
    from .models import (
        ToolCall as ToolCall,
    )
    from .models import (
        ToolCallDelta as ToolCallDelta,
    )
    from .models import (
        ToolFunction as ToolFunction,
    )
    from .models import (
        Usage as Usage,
    )
    from .models import (
        UserMessage as UserMessage,
    )
    from .params import (
        AssistantMessageParam as AssistantMessageParam,
    )
    from .params import (
        FunctionParam as FunctionParam,
    )
    from .params import (
        MessageParam as MessageParam,
    )
    from .params import (
        StopParam as StopParam,
    )
    from .params import (
        SystemMessageParam as SystemMessageParam,
    )
    from .params import (
        ToolCallParam as ToolCallParam,
    )
    from .params import (
        ToolFunctionParam as ToolFunctionParam,
    )
    from .params import (
        ToolParam as ToolParam,
    )
    from .params import (
        UserMessageParam as UserMessageParam,
    )

if not TYPE_CHECKING:
    # Hidden from type checkers: to them a module with __getattr__ has every name.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)
