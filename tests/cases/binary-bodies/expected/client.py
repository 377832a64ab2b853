# Written by nemogen.

"""The clients: `BinaryBodies` and `AsyncBinaryBodies`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import scores as _scores_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _scores_module = LaterModule(f"{__package__}.resources.scores")

SETTINGS = Settings(
    package="binary_bodies",
    version=__version__,
    base_url="https://press.example.com",
    base_url_env="BINARY_BODIES_BASE_URL",
    auth=Auth(scheme="none"),
)


class BinaryBodies(SyncClient):
    """Client of Score press."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def scores(self) -> _scores_module.Scores:
        """Calls /v1/scores and /v1/scores/play."""
        return _scores_module.Scores(self._api)


class AsyncBinaryBodies(AsyncClient):
    """Client of Score press for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def scores(self) -> _scores_module.AsyncScores:
        """Calls /v1/scores and /v1/scores/play."""
        return _scores_module.AsyncScores(self._api)
