# Written by nemogen.

"""The clients: `YamlThatIsNoJson` and `AsyncYamlThatIsNoJson`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import late_trains as _late_trains_module
    from .resources import trains as _trains_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _late_trains_module = LaterModule(f"{__package__}.resources.late_trains")
    _trains_module = LaterModule(f"{__package__}.resources.trains")

SETTINGS = Settings(
    package="yaml_that_is_no_json",
    version=__version__,
    base_url="https://trains.example.com",
    base_url_env="YAML_THAT_IS_NO_JSON_BASE_URL",
    auth=Auth(scheme="none"),
    returned={"LateTrain": (), "Train": ()},
)


class YamlThatIsNoJson(SyncClient):
    """Client of Train spotting."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def late_trains(self) -> _late_trains_module.LateTrains:
        """Calls /v1/late-trains."""
        return _late_trains_module.LateTrains(self._api)

    @cached_property
    def trains(self) -> _trains_module.Trains:
        """Calls /v1/trains."""
        return _trains_module.Trains(self._api)


class AsyncYamlThatIsNoJson(AsyncClient):
    """Client of Train spotting for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def late_trains(self) -> _late_trains_module.AsyncLateTrains:
        """Calls /v1/late-trains."""
        return _late_trains_module.AsyncLateTrains(self._api)

    @cached_property
    def trains(self) -> _trains_module.AsyncTrains:
        """Calls /v1/trains."""
        return _trains_module.AsyncTrains(self._api)
