"""The clients of the Sample API: `SampleApi` and `AsyncSampleApi`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from . import __version__
from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings

if TYPE_CHECKING:
    from .resources import chat as _chat_module
    from .resources import files as _files_module
    from .resources import items as _items_module
    from .resources import speech as _speech_module
else:
    _chat_module = LaterModule(f"{__package__}.resources.chat")
    _files_module = LaterModule(f"{__package__}.resources.files")
    _items_module = LaterModule(f"{__package__}.resources.items")
    _speech_module = LaterModule(f"{__package__}.resources.speech")

SETTINGS = Settings(
    package=__name__.rpartition(".")[0],
    version=__version__,
    base_url="https://api.sample.test",
    base_url_env="SAMPLE_API_BASE_URL",
    auth=Auth(scheme="bearer", env="SAMPLE_API_KEY"),
    idempotency_header=None,
    returned={"AssistantMessage": ("content", "refusal")},
)


class SampleApi(SyncClient):
    """Client of the Sample API. The key comes from `api_key` or from the environment variable SAMPLE_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def chat(self) -> _chat_module.Chat:
        """Talks with a model."""
        return _chat_module.Chat(self._api)

    @cached_property
    def files(self) -> _files_module.Files:
        """Files that are kept."""
        return _files_module.Files(self._api)

    @cached_property
    def items(self) -> _items_module.Items:
        """Things on the shelf."""
        return _items_module.Items(self._api)

    @cached_property
    def speech(self) -> _speech_module.Speech:
        """Text to sound."""
        return _speech_module.Speech(self._api)


class AsyncSampleApi(AsyncClient):
    """Client of the Sample API for asyncio and trio. The key comes from `api_key` or from SAMPLE_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def chat(self) -> _chat_module.AsyncChat:
        """Talks with a model."""
        return _chat_module.AsyncChat(self._api)

    @cached_property
    def files(self) -> _files_module.AsyncFiles:
        """Files that are kept."""
        return _files_module.AsyncFiles(self._api)

    @cached_property
    def items(self) -> _items_module.AsyncItems:
        """Things on the shelf."""
        return _items_module.AsyncItems(self._api)

    @cached_property
    def speech(self) -> _speech_module.AsyncSpeech:
        """Text to sound."""
        return _speech_module.AsyncSpeech(self._api)
