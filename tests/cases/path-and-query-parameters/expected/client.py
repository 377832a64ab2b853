# Written by nemogen.

"""The clients: `PathAndQueryParameters` and `AsyncPathAndQueryParameters`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Literal, Unpack

from ._runtime.client_base import AsyncClientBase, AsyncClientT, ClientT, SyncClientBase
from ._runtime.client_options import AsyncClientOptions, ChangedOptions, ClientOptions
from ._runtime.later import LaterModule
from ._runtime.servers import server_url
from ._runtime.settings import Auth, Settings
from ._version import __version__

if TYPE_CHECKING:
    from .resources import shelves as _shelves_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _shelves_module = LaterModule(f"{__package__}.resources.shelves")

SETTINGS = Settings(
    package="path_and_query_parameters",
    version=__version__,
    base_url="https://library.example.org/current",
    base_url_env="PATH_AND_QUERY_PARAMETERS_BASE_URL",
    auth=Auth(scheme="none"),
    server="https://library.example.org/{edition}",
    server_variables={
        "edition": ("current", "next"),
    },
)


class PathAndQueryParameters(SyncClientBase):
    """Client of Town library."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        edition: Literal["current", "next"] = "current",
        **options: Unpack[ClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            edition: The variable edition of the server's URL.
            options: Where and how requests are sent: see `ClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        server = {
            "edition": edition,
        }
        options["base_url"] = server_url(SETTINGS, options.get("base_url"), server)
        self._set_up({}, **options)

    def with_options(
        self: ClientT,
        **options: Unpack[ChangedOptions],
    ) -> ClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        return self._copy({}, **options)

    @cached_property
    def shelves(self) -> _shelves_module.Shelves:
        """Operations under `client.shelves`."""
        return _shelves_module.Shelves(self._api)


class AsyncPathAndQueryParameters(AsyncClientBase):
    """Client of Town library for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        edition: Literal["current", "next"] = "current",
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            edition: The variable edition of the server's URL.
            options: Where and how requests are sent: see `AsyncClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        server = {
            "edition": edition,
        }
        options["base_url"] = server_url(SETTINGS, options.get("base_url"), server)
        self._set_up({}, **options)

    def with_options(
        self: AsyncClientT,
        **options: Unpack[ChangedOptions],
    ) -> AsyncClientT:
        """Return a copy with other settings. It shares the connections; closing it leaves them open."""
        return self._copy({}, **options)

    @cached_property
    def shelves(self) -> _shelves_module.AsyncShelves:
        """Operations under `client.shelves`."""
        return _shelves_module.AsyncShelves(self._api)
