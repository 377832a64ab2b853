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
    "Prediction": "models",
    "ResponseFormat": "models",
    "TextResponseFormat": "models",
    "JsonObjectResponseFormat": "models",
    "JsonSchemaResponseFormat": "models",
    "JsonSchema": "models",
    "StreamOptions": "models",
    "ToolChoice": "models",
    "ToolChoiceFunction": "models",
    "FunctionTool": "models",
    "FunctionDefinition": "models",
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
    "PredictionParam": "params",
    "ResponseFormatParam": "params",
    "TextResponseFormatParam": "params",
    "JsonObjectResponseFormatParam": "params",
    "JsonSchemaResponseFormatParam": "params",
    "JsonSchemaParam": "params",
    "StreamOptionsParam": "params",
    "ToolChoiceParam": "params",
    "ToolChoiceFunctionParam": "params",
    "FunctionToolParam": "params",
    "FunctionDefinitionParam": "params",
}

if TYPE_CHECKING:
    from ._runtime.exports import *  # noqa: F403
    from .client import AsyncMistralNemo as AsyncMistralNemo
    from .client import MistralNemo as MistralNemo
    from .models import AssistantMessage as AssistantMessage
    from .models import AssistantMessageContentPart as AssistantMessageContentPart
    from .models import Audio as Audio
    from .models import ChatCompletion as ChatCompletion
    from .models import ChatCompletionChunk as ChatCompletionChunk
    from .models import ChatCompletionMessage as ChatCompletionMessage
    from .models import ChatCompletionRequest as ChatCompletionRequest
    from .models import Choice as Choice
    from .models import ChoiceDelta as ChoiceDelta
    from .models import ChunkChoice as ChunkChoice
    from .models import CompletionTokensDetails as CompletionTokensDetails
    from .models import ContentPart as ContentPart
    from .models import CustomCall as CustomCall
    from .models import CustomToolCall as CustomToolCall
    from .models import DeveloperMessage as DeveloperMessage
    from .models import ErrorBody as ErrorBody
    from .models import File as File
    from .models import FilePart as FilePart
    from .models import FunctionCall as FunctionCall
    from .models import FunctionCallDelta as FunctionCallDelta
    from .models import FunctionDefinition as FunctionDefinition
    from .models import FunctionTool as FunctionTool
    from .models import FunctionToolCall as FunctionToolCall
    from .models import JsonObjectResponseFormat as JsonObjectResponseFormat
    from .models import JsonSchema as JsonSchema
    from .models import JsonSchemaResponseFormat as JsonSchemaResponseFormat
    from .models import Logprobs as Logprobs
    from .models import Message as Message
    from .models import Meta as Meta
    from .models import MetaUsage as MetaUsage
    from .models import Prediction as Prediction
    from .models import PromptTokensDetails as PromptTokensDetails
    from .models import RefusalPart as RefusalPart
    from .models import RefusalTokenLogprob as RefusalTokenLogprob
    from .models import ResponseFormat as ResponseFormat
    from .models import StreamOptions as StreamOptions
    from .models import SystemMessage as SystemMessage
    from .models import TextPart as TextPart
    from .models import TextResponseFormat as TextResponseFormat
    from .models import TokenLogprob as TokenLogprob
    from .models import ToolCall as ToolCall
    from .models import ToolCallDelta as ToolCallDelta
    from .models import ToolChoice as ToolChoice
    from .models import ToolChoiceFunction as ToolChoiceFunction
    from .models import ToolMessage as ToolMessage
    from .models import TopLogprob as TopLogprob
    from .models import UrlCitation as UrlCitation
    from .models import UrlCitationAnnotation as UrlCitationAnnotation
    from .models import Usage as Usage
    from .models import UserMessage as UserMessage
    from .params import AssistantMessageContentPartParam as AssistantMessageContentPartParam
    from .params import AssistantMessageParam as AssistantMessageParam
    from .params import ChatCompletionRequestParam as ChatCompletionRequestParam
    from .params import ContentPartParam as ContentPartParam
    from .params import DeveloperMessageParam as DeveloperMessageParam
    from .params import FileParam as FileParam
    from .params import FilePartParam as FilePartParam
    from .params import FunctionCallParam as FunctionCallParam
    from .params import FunctionDefinitionParam as FunctionDefinitionParam
    from .params import FunctionToolCallParam as FunctionToolCallParam
    from .params import FunctionToolParam as FunctionToolParam
    from .params import JsonObjectResponseFormatParam as JsonObjectResponseFormatParam
    from .params import JsonSchemaParam as JsonSchemaParam
    from .params import JsonSchemaResponseFormatParam as JsonSchemaResponseFormatParam
    from .params import MessageParam as MessageParam
    from .params import PredictionParam as PredictionParam
    from .params import RefusalPartParam as RefusalPartParam
    from .params import ResponseFormatParam as ResponseFormatParam
    from .params import StreamOptionsParam as StreamOptionsParam
    from .params import SystemMessageParam as SystemMessageParam
    from .params import TextPartParam as TextPartParam
    from .params import TextResponseFormatParam as TextResponseFormatParam
    from .params import ToolChoiceFunctionParam as ToolChoiceFunctionParam
    from .params import ToolChoiceParam as ToolChoiceParam
    from .params import ToolMessageParam as ToolMessageParam
    from .params import UserMessageParam as UserMessageParam
else:
    # Hidden from type checkers, which would otherwise accept misspelt imports.
    __getattr__, __dir__ = lazy(__name__, _EXPORTS)

__all__ = ["__version__", *_EXPORTS]  # noqa: PLE0604
