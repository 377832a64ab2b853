# Written by nemogen.

"""The clients: `Openapi31` and `AsyncOpenapi31`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from . import webhooks as _webhooks
    from .resources import seeds as _seeds_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _seeds_module = LaterModule(f"{__package__}.resources.seeds")
    _webhooks = LaterModule(f"{__package__}.webhooks")

SETTINGS = Settings(
    package="openapi_3_1",
    version=__version__,
    base_url="https://seeds.example.org",
    base_url_env="OPENAPI_3_1_BASE_URL",
    auth=Auth(scheme="none"),
    text_formats=("byte",),
)


class Openapi31(SyncClient):
    """Client of Seed bank."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def seeds(self) -> _seeds_module.Seeds:
        """Calls /v1/seeds."""
        return _seeds_module.Seeds(self._api)

    @cached_property
    def webhooks(self) -> _webhooks.Webhooks:
        """Verifies and parses the webhooks that the API sends."""
        return _webhooks.Webhooks()


class AsyncOpenapi31(AsyncClient):
    """Client of Seed bank for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def seeds(self) -> _seeds_module.AsyncSeeds:
        """Calls /v1/seeds."""
        return _seeds_module.AsyncSeeds(self._api)

    @cached_property
    def webhooks(self) -> _webhooks.Webhooks:
        """Verifies and parses the webhooks that the API sends."""
        return _webhooks.Webhooks()
