# Written by nemogen.

"""The clients: `SecurityApiKeyQuery` and `AsyncSecurityApiKeyQuery`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.state import AsyncStateResource, StateResource

SETTINGS = Settings(
    package="security_api_key_query",
    version=__version__,
    base_url="https://security-api-key-query.example.com",
    base_url_env="SECURITY_API_KEY_QUERY_BASE_URL",
    auth=Auth(scheme="query", env="SECURITY_API_KEY_QUERY_API_KEY", name="key"),
    idempotency_header=None,
)


class SecurityApiKeyQuery(SyncClient):
    """Client of Map tiles. The key comes from `api_key` or from SECURITY_API_KEY_QUERY_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def state(self) -> StateResource:
        """Calls /v1/state."""
        from .resources.state import StateResource

        return StateResource(self._api)


class AsyncSecurityApiKeyQuery(AsyncClient):
    """Client of Map tiles for asyncio and trio. The key comes from `api_key` or from SECURITY_API_KEY_QUERY_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def state(self) -> AsyncStateResource:
        """Calls /v1/state."""
        from .resources.state import AsyncStateResource

        return AsyncStateResource(self._api)
