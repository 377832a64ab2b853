# Written by nemogen.

"""The clients: `SecurityApiKeyHeader` and `AsyncSecurityApiKeyHeader`."""

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
    package="security_api_key_header",
    version=__version__,
    base_url="https://security-api-key-header.example.com",
    base_url_env="SECURITY_API_KEY_HEADER_BASE_URL",
    auth=Auth(scheme="header", env="SECURITY_API_KEY_HEADER_API_KEY", name="X-Api-Key"),
)


class SecurityApiKeyHeader(SyncClient):
    """Client of Greenhouse. The key comes from `api_key` or from SECURITY_API_KEY_HEADER_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def state(self) -> _state_module.StateResource:
        """Calls /v1/state."""
        return _state_module.StateResource(self._api)


class AsyncSecurityApiKeyHeader(AsyncClient):
    """Client of Greenhouse for asyncio and trio. The key comes from `api_key` or from
    SECURITY_API_KEY_HEADER_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def state(self) -> _state_module.AsyncStateResource:
        """Calls /v1/state."""
        return _state_module.AsyncStateResource(self._api)
