# Written by nemogen.

"""The clients: `TextThatTriesToEscape` and `AsyncTextThatTriesToEscape`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.later import LaterModule
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import suggestions as _suggestions_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _suggestions_module = LaterModule(f"{__package__}.resources.suggestions")

SETTINGS = Settings(
    package="text_that_tries_to_escape",
    version=__version__,
    base_url="https://box.example.com",
    base_url_env="TEXT_THAT_TRIES_TO_ESCAPE_BASE_URL",
    auth=Auth(scheme="header", env="TEXT_THAT_TRIES_TO_ESCAPE_API_KEY", name="X-Key"),
)


class TextThatTriesToEscape(SyncClient):
    """Client of Suggestion \"\"" box
    import os. The key comes from `api_key` or from TEXT_THAT_TRIES_TO_ESCAPE_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def suggestions(self) -> _suggestions_module.Suggestions:
        """Calls /v1/suggestions/{box}."""
        return _suggestions_module.Suggestions(self._api)


class AsyncTextThatTriesToEscape(AsyncClient):
    """Client of Suggestion \"\"" box
    import os for asyncio and trio. The key comes from `api_key` or from TEXT_THAT_TRIES_TO_ESCAPE_API_KEY."""

    settings: ClassVar[Settings] = SETTINGS

    @cached_property
    def suggestions(self) -> _suggestions_module.AsyncSuggestions:
        """Calls /v1/suggestions/{box}."""
        return _suggestions_module.AsyncSuggestions(self._api)
