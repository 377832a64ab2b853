# Written by nemogen.

"""The clients: `BooleanSchemas` and `AsyncBooleanSchemas`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import b as _b_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _b_module = LaterModule(f"{__package__}.resources.b")

SETTINGS = Settings(
    package="boolean_schemas",
    version=__version__,
    base_url="http://localhost:9",
    base_url_env="BOOLEAN_SCHEMAS_BASE_URL",
    auth=Auth(scheme="none"),
)


class BooleanSchemas(SyncClient):
    """Client of Depot."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def b(self) -> _b_module.BResource:
        """Calls /b."""
        return _b_module.BResource(self._api)


class AsyncBooleanSchemas(AsyncClient):
    """Client of Depot for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def b(self) -> _b_module.AsyncBResource:
        """Calls /b."""
        return _b_module.AsyncBResource(self._api)
