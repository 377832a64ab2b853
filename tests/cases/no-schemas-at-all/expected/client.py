# Written by nemogen.

"""The clients: `NoSchemasAtAll` and `AsyncNoSchemasAtAll`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import light as _light_module
    from .resources import ring as _ring_module
    from .resources import visitors as _visitors_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _light_module = LaterModule(f"{__package__}.resources.light")
    _ring_module = LaterModule(f"{__package__}.resources.ring")
    _visitors_module = LaterModule(f"{__package__}.resources.visitors")

SETTINGS = Settings(
    package="no_schemas_at_all",
    version=__version__,
    base_url="https://doorbell.example.com",
    base_url_env="NO_SCHEMAS_AT_ALL_BASE_URL",
    auth=Auth(scheme="none"),
)


class NoSchemasAtAll(SyncClient):
    """Client of Doorbell."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def light(self) -> _light_module.Light:
        """Calls /v1/light."""
        return _light_module.Light(self._api)

    @cached_property
    def ring(self) -> _ring_module.Ring:
        """Calls /v1/ring."""
        return _ring_module.Ring(self._api)

    @cached_property
    def visitors(self) -> _visitors_module.Visitors:
        """Calls /v1/visitors."""
        return _visitors_module.Visitors(self._api)


class AsyncNoSchemasAtAll(AsyncClient):
    """Client of Doorbell for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def light(self) -> _light_module.AsyncLight:
        """Calls /v1/light."""
        return _light_module.AsyncLight(self._api)

    @cached_property
    def ring(self) -> _ring_module.AsyncRing:
        """Calls /v1/ring."""
        return _ring_module.AsyncRing(self._api)

    @cached_property
    def visitors(self) -> _visitors_module.AsyncVisitors:
        """Calls /v1/visitors."""
        return _visitors_module.AsyncVisitors(self._api)
