# Written by nemogen.

"""The clients: `RequestMediaTypes` and `AsyncRequestMediaTypes`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.jobs import AsyncJobs, Jobs
    from .resources.receipts import AsyncReceipts, Receipts

SETTINGS = Settings(
    package="request_media_types",
    version=__version__,
    base_url="https://print.example.com",
    base_url_env="REQUEST_MEDIA_TYPES_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class RequestMediaTypes(SyncClient):
    """Client of Print shop."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def jobs(self) -> Jobs:
        """Calls /v1/jobs."""
        from .resources.jobs import Jobs

        return Jobs(self._api)

    @cached_property
    def receipts(self) -> Receipts:
        """Calls /v1/receipts."""
        from .resources.receipts import Receipts

        return Receipts(self._api)


class AsyncRequestMediaTypes(AsyncClient):
    """Client of Print shop for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def jobs(self) -> AsyncJobs:
        """Calls /v1/jobs."""
        from .resources.jobs import AsyncJobs

        return AsyncJobs(self._api)

    @cached_property
    def receipts(self) -> AsyncReceipts:
        """Calls /v1/receipts."""
        from .resources.receipts import AsyncReceipts

        return AsyncReceipts(self._api)
