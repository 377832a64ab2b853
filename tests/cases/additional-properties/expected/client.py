# Written by nemogen.

"""The clients: `AdditionalProperties` and `AsyncAdditionalProperties`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import censuses as _censuses_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _censuses_module = LaterModule(f"{__package__}.resources.censuses")

SETTINGS = Settings(
    package="additional_properties",
    version=__version__,
    base_url="https://orchard.example.com",
    base_url_env="ADDITIONAL_PROPERTIES_BASE_URL",
    auth=Auth(scheme="none"),
)


class AdditionalProperties(SyncClient):
    """Client of Orchard census."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def censuses(self) -> _censuses_module.Censuses:
        """Calls /v1/censuses."""
        return _censuses_module.Censuses(self._api)


class AsyncAdditionalProperties(AsyncClient):
    """Client of Orchard census for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def censuses(self) -> _censuses_module.AsyncCensuses:
        """Calls /v1/censuses."""
        return _censuses_module.AsyncCensuses(self._api)
