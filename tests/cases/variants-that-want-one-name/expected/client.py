# Written by nemogen.

"""The clients: `VariantsThatWantOneName` and `AsyncVariantsThatWantOneName`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import disk as _disk_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _disk_module = LaterModule(f"{__package__}.resources.disk")

SETTINGS = Settings(
    package="variants_that_want_one_name",
    version=__version__,
    base_url="",
    base_url_env="VARIANTS_THAT_WANT_ONE_NAME_BASE_URL",
    auth=Auth(scheme="none"),
)


class VariantsThatWantOneName(SyncClient):
    """Client of right: a package, branches named by their tag (DiskStateCreating ...). nemogen: 'two schemas want
    the name DiskStateState', no package (real: oxide nexus.json, 134 paths)."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def disk(self) -> _disk_module.Disk:
        """Calls /disk."""
        return _disk_module.Disk(self._api)


class AsyncVariantsThatWantOneName(AsyncClient):
    """Client of right: a package, branches named by their tag (DiskStateCreating ...). nemogen: 'two schemas want
    the name DiskStateState', no package (real: oxide nexus.json, 134 paths) for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def disk(self) -> _disk_module.AsyncDisk:
        """Calls /disk."""
        return _disk_module.AsyncDisk(self._api)
