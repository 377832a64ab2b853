"""What all clients have in common, whatever their credentials: settings, copies, closing."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, TypeVar, Unpack

from .api import Api, AsyncApi
from .client_options import ChangedOptions, SharedOptions
from .configure import changed_options, read_options
from .later import LaterModule
from .options import Options
from .secret import AsyncKey, Key
from .settings import Settings
from .transport import AsyncTransport, SyncTransport

if TYPE_CHECKING:
    import httpx2
else:
    httpx2 = LaterModule("httpx2")

# In place of Self, which beartype takes only where it decorates the class.
ClientT = TypeVar("ClientT", bound="SyncClientBase")
AsyncClientT = TypeVar("AsyncClientT", bound="AsyncClientBase")

MAX_EVENT_BYTES = 64 * 1024 * 1024


class _ClientBase:
    """What both clients share. `_api` holds everything that resources need, so that they do not hold the client."""

    settings: ClassVar[Settings]
    _options: Options

    def __repr__(self) -> str:
        # A debugger may show a client whose constructor has failed.
        made = self.__dict__.get("_options")
        return f"{type(self).__name__}({f'base_url={made.base_url!r}' if made else ''})"

    @property
    def base_url(self) -> str:
        """The URL that requests go to."""
        return self._options.base_url


class SyncClientBase(_ClientBase):
    """The base of all sync clients. Those of an API with several credentials add arguments for these."""

    def _set_up(
        self,
        keys: Mapping[str, Key | None],
        proxy: str | None = None,
        http_client: httpx2.Client | None = None,
        **options: Unpack[SharedOptions],
    ) -> None:
        """Set up a new client; `keys` maps arguments to keys. Raises ConfigurationError."""
        self._options = read_options(self.settings, keys, **options)
        self._transport = SyncTransport(proxy, http_client)
        self._owns_transport = True
        self._api = Api(self.settings, self._options, self._transport)

    def _copy(self, keys: Mapping[str, Key | None], **options: Unpack[ChangedOptions]) -> Self:
        copy = type(self).__new__(type(self))
        copy._options = changed_options(self._options, self.settings, keys, **options)
        copy._transport = self._transport
        copy._owns_transport = False
        copy._api = Api(self.settings, copy._options, self._transport)
        return copy

    def __deepcopy__(self, _: Any) -> Self:
        return self._copy({})

    def close(self) -> None:
        """Close the connections. May be called twice."""
        if self._owns_transport:
            self._transport.close()

    def __enter__(self: ClientT) -> ClientT:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncClientBase(_ClientBase):
    """The base of all clients for asyncio and trio. Those of an API with several credentials add arguments for
    these."""

    def _set_up(
        self,
        keys: Mapping[str, AsyncKey | None],
        proxy: str | None = None,
        http_client: httpx2.AsyncClient | None = None,
        connections: Literal["httpx2", "aiohttp"] = "httpx2",
        **options: Unpack[SharedOptions],
    ) -> None:
        """Set up a new client; `keys` maps arguments to keys. Raises ConfigurationError."""
        self._options = read_options(self.settings, keys, **options)
        self._transport = AsyncTransport(proxy, http_client, connections == "aiohttp")
        self._owns_transport = True
        self._api = AsyncApi(self.settings, self._options, self._transport)

    def _copy(self, keys: Mapping[str, AsyncKey | None], **options: Unpack[ChangedOptions]) -> Self:
        copy = type(self).__new__(type(self))
        copy._options = changed_options(self._options, self.settings, keys, **options)
        copy._transport = self._transport
        copy._owns_transport = False
        copy._api = AsyncApi(self.settings, copy._options, self._transport)
        return copy

    def __deepcopy__(self, _: Any) -> Self:
        return self._copy({})

    async def close(self) -> None:
        """Close the connections. May be called twice."""
        if self._owns_transport:
            await self._transport.close()

    async def __aenter__(self: AsyncClientT) -> AsyncClientT:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()
