# Written by nemogen.

"""The clients: `ServersAndVariables` and `AsyncServersAndVariables`."""

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
    from .resources import letters as _letters_module
    from .resources import parcels as _parcels_module
else:
    # Imported when a property is used, or when somebody asks what its annotation means.
    _letters_module = LaterModule(f"{__package__}.resources.letters")
    _parcels_module = LaterModule(f"{__package__}.resources.parcels")

SETTINGS = Settings(
    package="servers_and_variables",
    version=__version__,
    base_url="https://eu.post.example.com:443/v2",
    base_url_env="SERVERS_AND_VARIABLES_BASE_URL",
    auth=Auth(scheme="none"),
    server="https://{region}.post.example.com:{port}/v2",
    server_variables={
        "port": (),
        "region": ("eu", "us"),
    },
)


class ServersAndVariables(SyncClientBase):
    """Client of Post office."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        port: str = "443",
        region: Literal["eu", "us"] = "eu",
        **options: Unpack[ClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            port: The variable port of the server's URL.
            region: The variable region of the server's URL.
            options: Where and how requests are sent: see `ClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        server = {
            "port": port,
            "region": region,
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
    def letters(self) -> _letters_module.Letters:
        """Calls /letters."""
        return _letters_module.Letters(self._api)

    @cached_property
    def parcels(self) -> _parcels_module.Parcels:
        """Calls /parcels."""
        return _parcels_module.Parcels(self._api)


class AsyncServersAndVariables(AsyncClientBase):
    """Client of Post office for asyncio and trio."""

    settings: ClassVar[Settings] = SETTINGS

    def __init__(
        self,
        *,
        port: str = "443",
        region: Literal["eu", "us"] = "eu",
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Create a client. No request is sent yet.

        Args:
            port: The variable port of the server's URL.
            region: The variable region of the server's URL.
            options: Where and how requests are sent: see `AsyncClientOptions`.

        Raises:
            ConfigurationError: The credentials match no operation or cannot be sent, or a setting is not valid.
        """
        server = {
            "port": port,
            "region": region,
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
    def letters(self) -> _letters_module.AsyncLetters:
        """Calls /letters."""
        return _letters_module.AsyncLetters(self._api)

    @cached_property
    def parcels(self) -> _parcels_module.AsyncParcels:
        """Calls /parcels."""
        return _parcels_module.AsyncParcels(self._api)
