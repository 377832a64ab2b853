# Written by nemogen.

"""The clients: `EnumValuesThatAreNoIdentifiers` and `AsyncEnumValuesThatAreNoIdentifiers`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import mixtures as _mixtures_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _mixtures_module = LaterModule(f"{__package__}.resources.mixtures")

SETTINGS = Settings(
    package="enum_values_that_are_no_identifiers",
    version=__version__,
    base_url="https://paint.example.com",
    base_url_env="ENUM_VALUES_THAT_ARE_NO_IDENTIFIERS_BASE_URL",
    auth=Auth(scheme="none"),
)


class EnumValuesThatAreNoIdentifiers(SyncClient):
    """Client of Paint mixer."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def mixtures(self) -> _mixtures_module.Mixtures:
        """Calls /v1/mixtures."""
        return _mixtures_module.Mixtures(self._api)


class AsyncEnumValuesThatAreNoIdentifiers(AsyncClient):
    """Client of Paint mixer for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def mixtures(self) -> _mixtures_module.AsyncMixtures:
        """Calls /v1/mixtures."""
        return _mixtures_module.AsyncMixtures(self._api)
