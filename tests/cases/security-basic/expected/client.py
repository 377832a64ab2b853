# Written by nemogen.

"""The clients: `SecurityBasic` and `AsyncSecurityBasic`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.state import AsyncStateResource, StateResource

SETTINGS = Settings(
    package="security_basic",
    version=__version__,
    base_url="https://security-basic.example.com",
    base_url_env="SECURITY_BASIC_BASE_URL",
    auth=Auth(scheme="basic", env="SECURITY_BASIC_API_KEY"),
    idempotency_header=None,
)


class SecurityBasic(SyncClient):
    """Client of Old archive. The key comes from `api_key` or from SECURITY_BASIC_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def state(self) -> StateResource:
        """Calls /v1/state."""
        from .resources.state import StateResource

        return StateResource(self._api)


class AsyncSecurityBasic(AsyncClient):
    """Client of Old archive for asyncio and trio. The key comes from `api_key` or from SECURITY_BASIC_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def state(self) -> AsyncStateResource:
        """Calls /v1/state."""
        from .resources.state import AsyncStateResource

        return AsyncStateResource(self._api)
