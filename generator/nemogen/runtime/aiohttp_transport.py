"""Connections of aiohttp under an httpx2 client. Needs the extra `aiohttp`, and asyncio."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2

from .errors import ConfigurationError
from .wire import close_without_loop


def _load(name: str) -> Any:
    """A module of the extra. Untyped: type checkers must be content with this package where the extra is missing."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise ConfigurationError("connections='aiohttp' needs aiohttp: install the extra [aiohttp]") from None


aiohttp = _load("aiohttp")
yarl = _load("yarl")

_ERRORS: tuple[tuple[type[Exception], type[httpx2.TransportError]], ...] = (
    (aiohttp.ConnectionTimeoutError, httpx2.ConnectTimeout),
    (aiohttp.ServerTimeoutError, httpx2.ReadTimeout),
    (TimeoutError, httpx2.ReadTimeout),
    (aiohttp.ClientProxyConnectionError, httpx2.ProxyError),
    (aiohttp.ClientConnectorError, httpx2.ConnectError),
    (aiohttp.ServerDisconnectedError, httpx2.RemoteProtocolError),
    (aiohttp.ClientPayloadError, httpx2.RemoteProtocolError),
    (aiohttp.InvalidURL, httpx2.UnsupportedProtocol),
    (aiohttp.ClientError, httpx2.ReadError),
    (OSError, httpx2.ReadError),
)
"""What aiohttp raises, and what httpx2 would; the first that fits."""


@contextlib.contextmanager
def _as_httpx2() -> Iterator[None]:
    try:
        yield
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        kind = next(theirs for ours, theirs in _ERRORS if isinstance(error, ours))
        raise kind(str(error) or type(error).__name__) from error


class _Body(httpx2.AsyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, response: Any, read_timeout: float | None) -> None:
        self._response = response
        self._read_timeout = read_timeout

    async def __aiter__(self) -> AsyncIterator[bytes]:
        content = self._response.content
        with _as_httpx2():
            while True:
                # aiohttp's own read timeout does not end the wait after bytes that are no valid chunk.
                async with asyncio.timeout(self._read_timeout):
                    data = await content.readany()
                if not data:
                    return
                yield data

    async def aclose(self) -> None:
        # Closes the connection, unless the body was read to its end: then it is in the pool again already.
        self._response.close()


class _Connection:
    """What httpx2 calls the network stream of a response, as far as it is needed: to close it from another task."""

    def __init__(self, response: Any) -> None:
        self._response = response

    def get_extra_info(self, _: str) -> None:
        """Nothing is known of it."""

    async def aclose(self) -> None:
        """Close it; whoever waits for bytes of it gets an error."""
        self._response.close()


class AiohttpTransport(httpx2.AsyncBaseTransport):
    """Sends with one aiohttp session, which is made in the event loop of the first request."""

    def __init__(self, most_connections: int, idle_seconds: float, tls: Any, proxy: str | None) -> None:
        self._connector_options = {"limit": most_connections, "keepalive_timeout": idle_seconds, "ssl": tls}
        self._proxy = proxy
        self._session: Any = None

    def _ready(self) -> Any:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(**self._connector_options),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=True,
                skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
            )
        return self._session

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request. Raises the errors of httpx2."""
        url = request.url
        steps = request.extensions.get("timeout", {})
        body = await request.aread()
        with _as_httpx2():
            response = await self._ready().request(
                request.method,
                yarl.URL(f"{url.scheme}://{url.netloc.decode()}{url.raw_path.decode()}", encoded=True),
                headers=[(name.decode("ascii"), value.decode("latin-1")) for name, value in request.headers.raw],
                data=body or None,
                allow_redirects=False,
                proxy=self._proxy,
                timeout=aiohttp.ClientTimeout(
                    total=None,
                    connect=steps.get("pool"),
                    sock_connect=steps.get("connect"),
                    sock_read=steps.get("read"),
                ),
            )
        return httpx2.Response(
            response.status,
            headers=[(bytes(name), bytes(value)) for name, value in response.raw_headers],
            stream=_Body(response, steps.get("read")),
            extensions={"http_version": b"HTTP/1.1", "network_stream": _Connection(response)},
        )

    async def aclose(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    def abandon(self) -> None:
        """Close all connections after the event loop that they belong to: aiohttp needs it for that."""
        if self._session is None:
            return
        session, self._session = self._session, None
        connector = session.connector
        session.detach()
        idle: dict[Any, Any] = getattr(connector, "_conns", {})
        for protocol in (
            *getattr(connector, "_acquired", ()),
            *(entry[0] for entries in idle.values() for entry in entries),
        ):
            close_without_loop(protocol.transport)
        idle.clear()
