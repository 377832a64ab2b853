# Written by nemogen from specs/mistral-nemo/openapi.json. Edits are not kept: correct the spec in an overlay,
# specs/mistral-nemo/overlay.yaml, name things in specs/mistral-nemo/api.toml, and see `nemogen templates` for the look.

"""The clients: `MistralNemo` and `AsyncMistralNemo`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import chat as _chat_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _chat_module = LaterModule(f"{__package__}.resources.chat")

SETTINGS = Settings(
    package="mistral_nemo",
    version=__version__,
    base_url="https://api.aimlapi.com",
    base_url_env="AIMLAPI_BASE_URL",
    auth=Auth(scheme="bearer", env="AIMLAPI_API_KEY"),
    returned={"ChatCompletionMessage": ("refusal",)},
)


class MistralNemo(SyncClient):
    """Client of AIML API. The key comes from `api_key` or from AIMLAPI_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def chat(self) -> _chat_module.Chat:
        """Operations under `client.chat`."""
        return _chat_module.Chat(self._api)


class AsyncMistralNemo(AsyncClient):
    """Client of AIML API for asyncio and trio. The key comes from `api_key` or from AIMLAPI_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def chat(self) -> _chat_module.AsyncChat:
        """Operations under `client.chat`."""
        return _chat_module.AsyncChat(self._api)
