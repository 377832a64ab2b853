# Written by nemogen.

"""The clients: `SecurityApiKeyHeader` and `AsyncSecurityApiKeyHeader`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.state import AsyncStateResource, StateResource

SETTINGS = Settings(
    package="security_api_key_header",
    version=__version__,
    base_url="https://security-api-key-header.example.com",
    base_url_env="SECURITY_API_KEY_HEADER_BASE_URL",
    auth=Auth(scheme="header", env="SECURITY_API_KEY_HEADER_API_KEY", name="X-Api-Key"),
    idempotency_header=None,
)


class SecurityApiKeyHeader(SyncClient):
    """Client of Greenhouse. The key comes from `api_key` or from SECURITY_API_KEY_HEADER_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def state(self) -> StateResource:
        """Calls /v1/state."""
        from .resources.state import StateResource

        return StateResource(self._api)


class AsyncSecurityApiKeyHeader(AsyncClient):
    """Client of Greenhouse for asyncio and trio. The key comes from `api_key` or from
    SECURITY_API_KEY_HEADER_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def state(self) -> AsyncStateResource:
        """Calls /v1/state."""
        from .resources.state import AsyncStateResource

        return AsyncStateResource(self._api)
