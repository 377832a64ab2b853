# Written by nemogen.

"""The clients: `YamlThatIsNoJson` and `AsyncYamlThatIsNoJson`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.late_trains import AsyncLateTrains, LateTrains
    from .resources.trains import AsyncTrains, Trains

SETTINGS = Settings(
    package="yaml_that_is_no_json",
    version=__version__,
    base_url="https://trains.example.com",
    base_url_env="YAML_THAT_IS_NO_JSON_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
    returned={"LateTrain": (), "Train": ()},
)


class YamlThatIsNoJson(SyncClient):
    """Client of Train spotting."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def late_trains(self) -> LateTrains:
        """Calls /v1/late-trains."""
        from .resources.late_trains import LateTrains

        return LateTrains(self._api)

    @cached_property
    def trains(self) -> Trains:
        """Calls /v1/trains."""
        from .resources.trains import Trains

        return Trains(self._api)


class AsyncYamlThatIsNoJson(AsyncClient):
    """Client of Train spotting for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def late_trains(self) -> AsyncLateTrains:
        """Calls /v1/late-trains."""
        from .resources.late_trains import AsyncLateTrains

        return AsyncLateTrains(self._api)

    @cached_property
    def trains(self) -> AsyncTrains:
        """Calls /v1/trains."""
        from .resources.trains import AsyncTrains

        return AsyncTrains(self._api)
