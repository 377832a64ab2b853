# Written by nemogen from specs/mistral-nemo/openapi.json. Edits are not kept: correct the spec in an overlay,
# specs/mistral-nemo/overlay.yaml, name things in specs/mistral-nemo/api.toml, and see `nemogen templates` for the look.

"""Typed client of the model mistralai/mistral-nemo on AI/ML API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.exports import RUNTIME_EXPORTS, lazy
from ._version import __version__

_EXPORTS = {
    **RUNTIME_EXPORTS,
    "AsyncMistralNemo": "client",
    "MistralNemo": "client",
    "ChatCompletionRequest": "models",
    "Message": "models",
    "UserMessage": "models",
    "ContentPart": "models",
    "TextPart": "models",
    "FilePart": "models",
    "File": "models",
    "DeveloperMessage": "models",
    "SystemMessage": "models",
    "ToolMessage": "models",
    "AssistantMessage": "models",
    "AssistantMessageContentPart": "models",
    "RefusalPart": "models",
    "FunctionToolCall": "models",
    "FunctionCall": "models",
    "StreamOptions": "models",
    "Prediction": "models",
    "FunctionTool": "models",
    "FunctionDefinition": "models",
    "ToolChoice": "models",
    "ToolChoiceFunction": "models",
    "ResponseFormat": "models",
    "TextResponseFormat": "models",
    "JsonObjectResponseFormat": "models",
    "JsonSchemaResponseFormat": "models",
    "JsonSchema": "models",
    "ChatCompletion": "models",
    "Choice": "models",
    "ChatCompletionMessage": "models",
    "UrlCitationAnnotation": "models",
    "UrlCitation": "models",
    "Audio": "models",
    "ToolCall": "models",
    "CustomToolCall": "models",
    "CustomCall": "models",
    "Logprobs": "models",
    "TokenLogprob": "models",
    "TopLogprob": "models",
    "RefusalTokenLogprob": "models",
    "Usage": "models",
    "CompletionTokensDetails": "models",
    "PromptTokensDetails": "models",
    "Meta": "models",
    "MetaUsage": "models",
    "ChatCompletionChunk": "models",
    "ChunkChoice": "models",
    "ChoiceDelta": "models",
    "ToolCallDelta": "models",
    "FunctionCallDelta": "models",
    "ErrorBody": "models",
    "ChatCompletionRequestParam": "params",
    "MessageParam": "params",
    "UserMessageParam": "params",
    "ContentPartParam": "params",
    "TextPartParam": "params",
    "FilePartParam": "params",
    "FileParam": "params",
    "DeveloperMessageParam": "params",
    "SystemMessageParam": "params",
    "ToolMessageParam": "params",
    "AssistantMessageParam": "params",
    "AssistantMessageContentPartParam": "params",
    "RefusalPartParam": "params",
    "FunctionToolCallParam": "params",
    "FunctionCallParam": "params",
    "StreamOptionsParam": "params",
    "PredictionParam": "params",
    "FunctionToolParam": "params",
    "FunctionDefinitionParam": "params",
    "ToolChoiceParam": "params",
    "ToolChoiceFunctionParam": "params",
    "ResponseFormatParam": "params",
    "TextResponseFormatParam": "params",
    "JsonObjectResponseFormatParam": "params",
    "JsonSchemaResponseFormatParam": "params",
    "JsonSchemaParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncMistralNemo as AsyncMistralNemo
    from .client import MistralNemo as MistralNemo
    from .models import *  # noqa: F403
    from .params import *  # noqa: F403
else:
    # A type checker that saw this would let a misspelt import pass.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
