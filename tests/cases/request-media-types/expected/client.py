# Written by nemogen.

"""The clients: `RequestMediaTypes` and `AsyncRequestMediaTypes`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import jobs as _jobs_module
    from .resources import receipts as _receipts_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _jobs_module = LaterModule(f"{__package__}.resources.jobs")
    _receipts_module = LaterModule(f"{__package__}.resources.receipts")

SETTINGS = Settings(
    package="request_media_types",
    version=__version__,
    base_url="https://print.example.com",
    base_url_env="REQUEST_MEDIA_TYPES_BASE_URL",
    auth=Auth(scheme="none"),
)


class RequestMediaTypes(SyncClient):
    """Client of Print shop."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def jobs(self) -> _jobs_module.Jobs:
        """Calls /v1/jobs."""
        return _jobs_module.Jobs(self._api)

    @cached_property
    def receipts(self) -> _receipts_module.Receipts:
        """Calls /v1/receipts."""
        return _receipts_module.Receipts(self._api)


class AsyncRequestMediaTypes(AsyncClient):
    """Client of Print shop for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def jobs(self) -> _jobs_module.AsyncJobs:
        """Calls /v1/jobs."""
        return _jobs_module.AsyncJobs(self._api)

    @cached_property
    def receipts(self) -> _receipts_module.AsyncReceipts:
        """Calls /v1/receipts."""
        return _receipts_module.AsyncReceipts(self._api)
