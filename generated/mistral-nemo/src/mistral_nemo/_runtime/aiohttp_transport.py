"""Connections of aiohttp, in place of httpcore2's. Needs the extra `aiohttp`, and asyncio."""

from __future__ import annotations

import asyncio
import contextlib
import weakref
from collections.abc import AsyncGenerator, Iterator
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import httpcore2

from .aiohttp_library import (
    AiohttpConnection,
    AiohttpContent,
    AiohttpProtocol,
    AiohttpResponse,
    AiohttpSession,
    YarlUrl,
    aiohttp,
    yarl,
)
from .connection_pool import IDLE_SECONDS, MOST_CONNECTIONS
from .connections import cut_off, ended_well, not_written, poll_of
from .errors import ConfigurationError
from .http_request import Prepared, Steps, Target, raw_headers, target_of
from .http_response import readable
from .proxies import Proxy, proxy_of_environment
from .request_body import PIECE, StreamedBody
from .response_end import NO_BODY
from .tls import shared_ssl_context, ssl_context_for_http

if TYPE_CHECKING:
    from .api_response import ReceivedResponse


_ERRORS: tuple[tuple[type[Exception], type[Exception]], ...] = (
    (aiohttp.ConnectionTimeoutError, httpcore2.ConnectTimeout),
    (aiohttp.ServerTimeoutError, httpcore2.ReadTimeout),
    (TimeoutError, httpcore2.ReadTimeout),
    (aiohttp.ClientProxyConnectionError, httpcore2.ProxyError),
    (aiohttp.ClientHttpProxyError, httpcore2.ProxyError),
    (aiohttp.ClientConnectorError, httpcore2.ConnectError),
    (aiohttp.ClientConnectionResetError, httpcore2.WriteError),
    (aiohttp.ServerDisconnectedError, httpcore2.RemoteProtocolError),
    (aiohttp.ClientPayloadError, httpcore2.RemoteProtocolError),
    (aiohttp.InvalidURL, httpcore2.UnsupportedProtocol),
    (aiohttp.ClientError, httpcore2.ReadError),
    (OSError, httpcore2.ReadError),
    # Names are resolved in threads, and starting a thread may fail.
    (RuntimeError, httpcore2.ConnectError),
)
"""The exceptions of aiohttp and their counterparts in httpcore2. The first match counts."""

_BROKEN = (httpcore2.ReadError, httpcore2.RemoteProtocolError)


class _Pieces:
    """A large body in chunks. `is_over` when the last one is on its way: until then the server cannot have it all."""

    def __init__(self, body: bytes | StreamedBody, read_timeout: float | None = None) -> None:
        self.body = body
        self.is_over = isinstance(body, bytes) and len(body) <= PIECE
        self._read_timeout = read_timeout
        self.wait: asyncio.Timeout | None = None
        """The wait for the response, while there is one: it starts again when the request is sent."""

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        if isinstance(self.body, StreamedBody):
            async for piece in self.body:
                yield piece
        else:
            for start in range(0, len(self.body), PIECE):
                yield self.body[start : start + PIECE]
        self.is_over = True
        if self.wait is not None and self._read_timeout is not None:
            self.wait.reschedule(asyncio.get_running_loop().time() + self._read_timeout)


class _Limits(NamedTuple):
    """The timeouts of a request: of its steps, as aiohttp takes them, and of all that is before the response's body.

    aiohttp's own read timeout ends with the first response, even if that is informational (a status 1xx).
    """

    steps: object
    longest: float | None


@lru_cache(maxsize=16)
def _limits_of(pool: float | None, connect: float | None, read: float | None) -> _Limits:
    steps = aiohttp.ClientTimeout(total=None, connect=pool, sock_connect=connect, sock_read=read)
    return _Limits(steps, None if pool is None or connect is None or read is None else pool + connect + read)


@contextlib.contextmanager
def _as_httpcore2(sent: _Pieces | None = None) -> Iterator[None]:
    try:
        yield
    except (aiohttp.ClientError, TimeoutError, OSError, RuntimeError) as error:
        kind = next(theirs for ours, theirs in _ERRORS if isinstance(error, ours))
        # A write was refused, since the server had closed the connection just before: a part of the request is missing.
        if isinstance(error.__cause__, aiohttp.ClientConnectionResetError):
            raise not_written() from error
        if sent is not None and not sent.is_over and issubclass(kind, _BROKEN):
            raise not_written() from error
        raise kind(str(error) or type(error).__name__) from error


class _Body:
    """The body of a response, as it arrives."""

    def __init__(self, response: AiohttpResponse, read_timeout: float | None, tls: object) -> None:
        self._response = response
        self._read_timeout = read_timeout
        self._tls = tls
        """The TLS of a connection whose end is that of the body; None where the body says itself where it ends."""

    async def __aiter__(self) -> AsyncGenerator[bytes]:
        content = self._response.content
        with _as_httpcore2():
            if content.is_eof() and content.exception() is None:
                # All of it came with the head, or soon after: there is nothing to wait for.
                if data := content.read_nowait():
                    yield data
                self._check_end()
                return
            while True:
                # aiohttp's own read timeout does not end the wait after bytes that are not a valid chunk.
                try:
                    async with asyncio.timeout(self._read_timeout):
                        data = await content.readany()
                except aiohttp.ClientError:
                    # Data from before the connection broke counts, but aiohttp no longer returns it.
                    if rest := _unread(content):
                        yield rest
                    raise
                if not data:
                    self._check_end()
                    return
                yield data

    def _check_end(self) -> None:
        if not ended_well(self._tls):
            raise cut_off()

    async def aclose(self) -> None:
        """Close the connection, unless the body was read to its end and the connection is back in the pool."""
        self._response.close()

    def get_extra_info(self, _: str) -> None:
        """Nothing is known of the connection; as `network_stream` of a response it can be closed from another task."""


_transport: ContextVar[asyncio.BaseTransport | None] = ContextVar("transport", default=None)
"""That of the request which the task makes. aiohttp's response forgets its connection when the body has arrived."""


_TCPConnector: Any = aiohttp.TCPConnector


class _Connector(_TCPConnector):  # type: ignore[misc]  # the extra is loaded untyped
    """Connections, kept for other requests, but for those on which something came that nobody asked for.

    aiohttp's own looks for that when a response ends, and not again before the next request.
    """

    def __init__(self) -> None:
        super().__init__(limit=MOST_CONNECTIONS, keepalive_timeout=IDLE_SECONDS)
        self._used: weakref.WeakSet[AiohttpProtocol] = weakref.WeakSet()

    async def connect(self, req: object, traces: object, timeout: object) -> AiohttpConnection:
        while True:
            connection: AiohttpConnection = await super().connect(req, traces, timeout)
            protocol = connection.protocol
            _transport.set(connection.transport)
            if protocol not in self._used:
                self._used.add(protocol)
                return connection
            if not protocol.should_close and not _is_readable(connection.transport):
                return connection
            connection.close()


def _is_readable(transport: asyncio.BaseTransport) -> bool:
    """Whether an idle connection has something to read, or was closed."""
    poll = poll_of(transport.get_extra_info("socket"))
    return poll is not None and bool(poll.poll(0))


def _tls_that_ends(response: AiohttpResponse) -> object:
    """The TLS of a connection that ends with the response; None if there is none, or the response has its own end."""
    transport = _transport.get()
    _transport.set(None)
    if response.method == "HEAD" or response.status in NO_BODY:
        return None
    has_end = any(name.lower() in (b"content-length", b"transfer-encoding") for name, _ in response.raw_headers)
    return None if has_end or transport is None else transport.get_extra_info("ssl_object")


def _headers(prepared: Prepared, target: Target) -> list[tuple[str, str]]:
    """The headers, except for the one that says that the body is sent in chunks: aiohttp sets that itself."""
    headers = raw_headers(prepared, target)
    return [(name.decode("ascii"), _as_text(value)) for name, value in headers if name != b"transfer-encoding"]


def _as_text(value: bytes) -> str:
    """A header value in the form that aiohttp sends as UTF-8."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _unread(content: AiohttpContent) -> bytes:
    """What is in the buffer of a reader that has failed."""
    content.set_exception(None)  # it reads from its buffer again
    return bytes(content.read_nowait())


def _with_auth(proxy: Proxy) -> YarlUrl:
    url = yarl.URL(proxy.url)
    return url.with_user(proxy.auth[0]).with_password(proxy.auth[1]) if proxy.auth else url


class AiohttpConnections:
    """Connections of one event loop, of one session of aiohttp."""

    def __init__(self, proxy: Proxy | None) -> None:
        if proxy is not None and proxy.is_socks:
            raise ConfigurationError("aiohttp does not support SOCKS proxies: remove connections='aiohttp'")
        self._given = proxy
        self._session: AiohttpSession | None = None
        self._bodies: weakref.WeakSet[_Body] = weakref.WeakSet()
        self._routes: dict[bytes, dict[str, object]] = {}

    def _ready(self) -> AiohttpSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=_Connector(),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
            )
        return self._session

    def _route(self, target: Target) -> dict[str, object]:
        """The options of requests to an address: TLS and proxy."""
        if target.address not in self._routes:
            scheme = target.url.scheme.decode()
            proxy = self._given or proxy_of_environment(scheme, target.url.host.decode(), target.url.port)
            tls = scheme == "https" or (proxy is not None and proxy.is_tls)
            self._routes[target.address] = {
                "ssl": shared_ssl_context() if tls else ssl_context_for_http(),
                "proxy": proxy and _with_auth(proxy),
            }
        return self._routes[target.address]

    async def send(self, prepared: Prepared, steps: Steps) -> ReceivedResponse:
        """The response, its body still to be read. Raises the errors of httpcore2, and ConfigurationError."""
        target = target_of(prepared.url)
        sent = _Pieces(prepared.content or b"", steps.get("read"))
        limits = _limits_of(steps.get("pool"), steps.get("connect"), steps.get("read"))
        with _as_httpcore2(sent):
            async with asyncio.timeout(limits.longest if sent.is_over else None) as sent.wait:
                response = await self._ready().request(
                    prepared.method,
                    yarl.URL((target.address + target.url.target).decode(), encoded=True),
                    headers=_headers(prepared, target),
                    data=(sent.body or None) if sent.is_over else sent,
                    allow_redirects=False,
                    timeout=limits.steps,
                    **self._route(target),
                )
        sent.wait = None
        stream = _Body(response, steps.get("read"), _tls_that_ends(response))
        self._bodies.add(stream)
        return readable(
            httpcore2.Response(
                response.status,
                headers=[(bytes(name), bytes(value)) for name, value in response.raw_headers],
                content=stream,
                extensions={"http_version": b"HTTP/1.1", "network_stream": stream},
            )
        )

    async def aclose(self) -> None:
        """Close all connections."""
        session, self._session = self._session, None
        if session is not None:
            # A session closes their connections, but leaves a task that reads from one waiting for ever.
            for body in list(self._bodies):
                await body.aclose()
            await session.close()
