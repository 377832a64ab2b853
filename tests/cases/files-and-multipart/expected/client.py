# Written by nemogen.

"""The clients: `FilesAndMultipart` and `AsyncFilesAndMultipart`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import parcels as _parcels_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _parcels_module = LaterModule(f"{__package__}.resources.parcels")

SETTINGS = Settings(
    package="files_and_multipart",
    version=__version__,
    base_url="https://parcels.example.com/api",
    base_url_env="FILES_AND_MULTIPART_BASE_URL",
    auth=Auth(scheme="none"),
)


class FilesAndMultipart(SyncClient):
    """Client of Parcel photos."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def parcels(self) -> _parcels_module.Parcels:
        """Operations under `client.parcels`."""
        return _parcels_module.Parcels(self._api)


class AsyncFilesAndMultipart(AsyncClient):
    """Client of Parcel photos for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def parcels(self) -> _parcels_module.AsyncParcels:
        """Operations under `client.parcels`."""
        return _parcels_module.AsyncParcels(self._api)
