"""The clients of the Sample API: `SampleApi` and `AsyncSampleApi`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from . import __version__
from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings

if TYPE_CHECKING:
    from .resources.chat import AsyncChat, Chat
    from .resources.files import AsyncFiles, Files
    from .resources.items import AsyncItems, Items
    from .resources.speech import AsyncSpeech, Speech

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
    def chat(self) -> Chat:
        """Talks with a model."""
        from .resources.chat import Chat

        return Chat(self._api)

    @cached_property
    def files(self) -> Files:
        """Files that are kept."""
        from .resources.files import Files

        return Files(self._api)

    @cached_property
    def items(self) -> Items:
        """Things on the shelf."""
        from .resources.items import Items

        return Items(self._api)

    @cached_property
    def speech(self) -> Speech:
        """Text to sound."""
        from .resources.speech import Speech

        return Speech(self._api)


class AsyncSampleApi(AsyncClient):
    """Client of the Sample API for asyncio and trio. The key comes from `api_key` or from SAMPLE_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def chat(self) -> AsyncChat:
        """Talks with a model."""
        from .resources.chat import AsyncChat

        return AsyncChat(self._api)

    @cached_property
    def files(self) -> AsyncFiles:
        """Files that are kept."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self._api)

    @cached_property
    def items(self) -> AsyncItems:
        """Things on the shelf."""
        from .resources.items import AsyncItems

        return AsyncItems(self._api)

    @cached_property
    def speech(self) -> AsyncSpeech:
        """Text to sound."""
        from .resources.speech import AsyncSpeech

        return AsyncSpeech(self._api)
