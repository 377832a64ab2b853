# Written by nemogen.

"""The clients: `FilesAndMultipart` and `AsyncFilesAndMultipart`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.parcels import AsyncParcels, Parcels

SETTINGS = Settings(
    package="files_and_multipart",
    version=__version__,
    base_url="https://parcels.example.com/api",
    base_url_env="FILES_AND_MULTIPART_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class FilesAndMultipart(SyncClient):
    """Client of Parcel photos."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def parcels(self) -> Parcels:
        """Operations under `client.parcels`."""
        from .resources.parcels import Parcels

        return Parcels(self._api)


class AsyncFilesAndMultipart(AsyncClient):
    """Client of Parcel photos for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def parcels(self) -> AsyncParcels:
        """Operations under `client.parcels`."""
        from .resources.parcels import AsyncParcels

        return AsyncParcels(self._api)
