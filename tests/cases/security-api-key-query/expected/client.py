# Written by nemogen.

"""The clients: `SecurityApiKeyQuery` and `AsyncSecurityApiKeyQuery`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import state as _state_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _state_module = LaterModule(f"{__package__}.resources.state")

SETTINGS = Settings(
    package="security_api_key_query",
    version=__version__,
    base_url="https://security-api-key-query.example.com",
    base_url_env="SECURITY_API_KEY_QUERY_BASE_URL",
    auth=Auth(scheme="query", env="SECURITY_API_KEY_QUERY_API_KEY", name="key"),
)


class SecurityApiKeyQuery(SyncClient):
    """Client of Map tiles. The key comes from `api_key` or from SECURITY_API_KEY_QUERY_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def state(self) -> _state_module.StateResource:
        """Calls /v1/state."""
        return _state_module.StateResource(self._api)


class AsyncSecurityApiKeyQuery(AsyncClient):
    """Client of Map tiles for asyncio and trio. The key comes from `api_key` or from SECURITY_API_KEY_QUERY_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def state(self) -> _state_module.AsyncStateResource:
        """Calls /v1/state."""
        return _state_module.AsyncStateResource(self._api)
