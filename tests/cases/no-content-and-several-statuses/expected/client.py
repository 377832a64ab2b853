# Written by nemogen.

"""The clients: `NoContentAndSeveralStatuses` and `AsyncNoContentAndSeveralStatuses`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import letters as _letters_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _letters_module = LaterModule(f"{__package__}.resources.letters")

SETTINGS = Settings(
    package="no_content_and_several_statuses",
    version=__version__,
    base_url="https://mail.example.com",
    base_url_env="NO_CONTENT_AND_SEVERAL_STATUSES_BASE_URL",
    auth=Auth(scheme="none"),
)


class NoContentAndSeveralStatuses(SyncClient):
    """Client of Mailbox."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def letters(self) -> _letters_module.Letters:
        """Calls /v1/letters/{letter_id}."""
        return _letters_module.Letters(self._api)


class AsyncNoContentAndSeveralStatuses(AsyncClient):
    """Client of Mailbox for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def letters(self) -> _letters_module.AsyncLetters:
        """Calls /v1/letters/{letter_id}."""
        return _letters_module.AsyncLetters(self._api)
