# Written by nemogen.

"""The clients: `NamesThatAreTaken` and `AsyncNamesThatAreTaken`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import api as _api_module
    from .resources import settings_ as _settings__module
    from .resources import streams as _streams_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _api_module = LaterModule(f"{__package__}.resources.api")
    _settings__module = LaterModule(f"{__package__}.resources.settings_")
    _streams_module = LaterModule(f"{__package__}.resources.streams")

SETTINGS = Settings(
    package="names_that_are_taken",
    version=__version__,
    base_url="https://names.example.com",
    base_url_env="NAMES_THAT_ARE_TAKEN_BASE_URL",
    auth=Auth(scheme="none"),
)


class NamesThatAreTaken(SyncClient):
    """Client of Names that are taken."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def api(self) -> _api_module.ApiResource:
        """Calls /v1/close."""
        return _api_module.ApiResource(self._api)

    @cached_property
    def settings_(self) -> _settings__module.SettingsResource:
        """Operations under `client.settings_`."""
        return _settings__module.SettingsResource(self._api)

    @cached_property
    def streams(self) -> _streams_module.StreamsResource:
        """Calls /v1/streams."""
        return _streams_module.StreamsResource(self._api)


class AsyncNamesThatAreTaken(AsyncClient):
    """Client of Names that are taken for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def api(self) -> _api_module.AsyncApiResource:
        """Calls /v1/close."""
        return _api_module.AsyncApiResource(self._api)

    @cached_property
    def settings_(self) -> _settings__module.AsyncSettingsResource:
        """Operations under `client.settings_`."""
        return _settings__module.AsyncSettingsResource(self._api)

    @cached_property
    def streams(self) -> _streams_module.AsyncStreamsResource:
        """Calls /v1/streams."""
        return _streams_module.AsyncStreamsResource(self._api)
