# Written by nemogen.

"""The clients: `NoContentAndSeveralStatuses` and `AsyncNoContentAndSeveralStatuses`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources.letters import AsyncLetters, Letters

SETTINGS = Settings(
    package="no_content_and_several_statuses",
    version=__version__,
    base_url="https://mail.example.com",
    base_url_env="NO_CONTENT_AND_SEVERAL_STATUSES_BASE_URL",
    auth=Auth(scheme="none"),
    idempotency_header=None,
)


class NoContentAndSeveralStatuses(SyncClient):
    """Client of Mailbox."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def letters(self) -> Letters:
        """Calls /v1/letters/{letter_id}."""
        from .resources.letters import Letters

        return Letters(self._api)


class AsyncNoContentAndSeveralStatuses(AsyncClient):
    """Client of Mailbox for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def letters(self) -> AsyncLetters:
        """Calls /v1/letters/{letter_id}."""
        from .resources.letters import AsyncLetters

        return AsyncLetters(self._api)
