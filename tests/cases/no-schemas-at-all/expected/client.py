# Written by nemogen.

"""The clients: `NoSchemasAtAll` and `AsyncNoSchemasAtAll`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.light import AsyncLight, Light
    from .resources.ring import AsyncRing, Ring
    from .resources.visitors import AsyncVisitors, Visitors

SETTINGS = Settings(
    package="no_schemas_at_all",
    version=__version__,
    base_url="https://doorbell.example.com",
    base_url_env="NO_SCHEMAS_AT_ALL_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class NoSchemasAtAll(SyncClient):
    """Client of Doorbell."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def light(self) -> Light:
        """Calls /v1/light."""
        from .resources.light import Light

        return Light(self._api)

    @cached_property
    def ring(self) -> Ring:
        """Calls /v1/ring."""
        from .resources.ring import Ring

        return Ring(self._api)

    @cached_property
    def visitors(self) -> Visitors:
        """Calls /v1/visitors."""
        from .resources.visitors import Visitors

        return Visitors(self._api)


class AsyncNoSchemasAtAll(AsyncClient):
    """Client of Doorbell for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def light(self) -> AsyncLight:
        """Calls /v1/light."""
        from .resources.light import AsyncLight

        return AsyncLight(self._api)

    @cached_property
    def ring(self) -> AsyncRing:
        """Calls /v1/ring."""
        from .resources.ring import AsyncRing

        return AsyncRing(self._api)

    @cached_property
    def visitors(self) -> AsyncVisitors:
        """Calls /v1/visitors."""
        from .resources.visitors import AsyncVisitors

        return AsyncVisitors(self._api)
