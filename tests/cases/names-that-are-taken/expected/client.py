# Written by nemogen.

"""The clients: `NamesThatAreTaken` and `AsyncNamesThatAreTaken`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.api import ApiResource, AsyncApiResource
    from .resources.settings_ import AsyncSettingsResource, SettingsResource
    from .resources.streams import AsyncStreamsResource, StreamsResource

SETTINGS = Settings(
    package="names_that_are_taken",
    version=__version__,
    base_url="https://names.example.com",
    base_url_env="NAMES_THAT_ARE_TAKEN_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class NamesThatAreTaken(SyncClient):
    """Client of Names that are taken."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def api(self) -> ApiResource:
        """Calls /v1/close."""
        from .resources.api import ApiResource

        return ApiResource(self._api)

    @cached_property
    def settings_(self) -> SettingsResource:
        """Operations under `client.settings_`."""
        from .resources.settings_ import SettingsResource

        return SettingsResource(self._api)

    @cached_property
    def streams(self) -> StreamsResource:
        """Calls /v1/streams."""
        from .resources.streams import StreamsResource

        return StreamsResource(self._api)


class AsyncNamesThatAreTaken(AsyncClient):
    """Client of Names that are taken for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def api(self) -> AsyncApiResource:
        """Calls /v1/close."""
        from .resources.api import AsyncApiResource

        return AsyncApiResource(self._api)

    @cached_property
    def settings_(self) -> AsyncSettingsResource:
        """Operations under `client.settings_`."""
        from .resources.settings_ import AsyncSettingsResource

        return AsyncSettingsResource(self._api)

    @cached_property
    def streams(self) -> AsyncStreamsResource:
        """Calls /v1/streams."""
        from .resources.streams import AsyncStreamsResource

        return AsyncStreamsResource(self._api)
