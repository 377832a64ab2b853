# Written by nemogen.

"""The clients: `VariantsThatWantOneName` and `AsyncVariantsThatWantOneName`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.disk import AsyncDisk, Disk

SETTINGS = Settings(
    package="variants_that_want_one_name",
    version=__version__,
    base_url="",
    base_url_env="VARIANTS_THAT_WANT_ONE_NAME_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class VariantsThatWantOneName(SyncClient):
    """Client of right: a package, branches named by their tag (DiskStateCreating ...). nemogen: 'two schemas want
    the name DiskStateState', no package (real: oxide nexus.json, 134 paths)."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def disk(self) -> Disk:
        """Calls /disk."""
        from .resources.disk import Disk

        return Disk(self._api)


class AsyncVariantsThatWantOneName(AsyncClient):
    """Client of right: a package, branches named by their tag (DiskStateCreating ...). nemogen: 'two schemas want
    the name DiskStateState', no package (real: oxide nexus.json, 134 paths) for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def disk(self) -> AsyncDisk:
        """Calls /disk."""
        from .resources.disk import AsyncDisk

        return AsyncDisk(self._api)
