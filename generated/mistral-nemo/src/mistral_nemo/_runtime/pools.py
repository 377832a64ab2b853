"""Pools of connections, one for each address and proxy."""

from __future__ import annotations

import ssl
import sys
import types
from collections.abc import Callable
from functools import cache, partial
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

import httpcore2

from .connection_pool import IDLE_SECONDS, AsyncConnectionPool, ConnectionPool
from .connections import AsyncBackend, Backend
from .http_request import Prepared, Steps, Target, as_httpcore2, target_of
from .http_response import readable
from .proxies import Proxy, proxy_of_environment
from .tls import shared_ssl_context, ssl_context_for_http

if TYPE_CHECKING:
    from .api_response import ReceivedResponse

BackendT = TypeVar("BackendT")
PoolT = TypeVar("PoolT", bound=ConnectionPool | AsyncConnectionPool)


class _Maker(Protocol):
    """A pool of httpcore2, for what it makes."""

    def create_connection(self, origin: httpcore2.Origin, /) -> Any: ...


class _PoolsBase(Generic[BackendT, PoolT]):
    """The pools of one owner, each made with the first request to its address."""

    _kinds: ClassVar[tuple[Callable[..., _Maker], Callable[..., _Maker], Callable[..., _Maker]]]
    """httpcore2's classes of pools, which make connections: direct, through an HTTP proxy, through a SOCKS proxy."""
    _pool: Callable[[Callable[[], Any]], PoolT]
    _transport: ClassVar[str]
    """The name of httpx2's own transport, which takes their place while a tracer watches it."""

    def __init__(self, proxy: Proxy | None, backend: BackendT) -> None:
        _import_for_tracers()
        self._proxy = proxy
        self._backend = backend
        self._pools: dict[bytes, PoolT] = {}
        self._watched: dict[bytes, Any] = {}

    @property
    def connections(self) -> list[Any]:
        """The connections that are open, idle ones among them, as httpcore2 knows them."""
        return [connection for pool in list(self._pools.values()) for connection in pool.connections]

    def _pool_of(self, target: Target) -> PoolT:
        try:
            return self._pools[target.address]
        except KeyError:
            return self._pools.setdefault(target.address, self._pool(self._maker(target.url)))

    def _watched_of(self, target: Target) -> Any:
        try:
            return self._watched[target.address]
        except KeyError:
            return self._watched.setdefault(target.address, self._make_watched(target.url))

    def _maker(self, url: httpcore2.URL) -> Callable[[], Any]:
        """A function that makes connections to an address."""
        direct, http, socks = self._kinds
        proxy, tls = self._route(url)
        options = {"ssl_context": tls, "keepalive_expiry": IDLE_SECONDS, "network_backend": self._backend}
        if proxy is None:
            made = direct(**options)
        elif proxy.is_socks:
            made = socks(proxy.url, proxy.auth, **options)
        else:
            made = http(proxy.url, proxy.auth, proxy_ssl_context=_tls_to(proxy), **options)
        return partial(made.create_connection, url.origin)

    def _make_watched(self, url: httpcore2.URL) -> Any:
        from .watched_transport import make_transport

        proxy, tls = self._route(url)
        return make_transport(self._transport, tls, proxy, proxy and _tls_to(proxy))

    def _route(self, url: httpcore2.URL) -> tuple[Proxy | None, ssl.SSLContext]:
        scheme = url.scheme.decode()
        proxy = self._proxy or proxy_of_environment(scheme, url.host.decode(), url.port)
        return proxy, shared_ssl_context() if scheme == "https" else ssl_context_for_http()


def _tls_to(proxy: Proxy) -> ssl.SSLContext | None:
    return shared_ssl_context() if proxy.is_tls else None


@cache
def _import_for_tracers() -> None:
    """Imports httpx2 if a tracer waits for that: one that was started before the program, as New Relic's and Datadog's.

    Their finders put a loader of their own in the place of Python's. Such a loader may claim to be of Python's class.
    """
    found = None if "httpx2" in sys.modules else find_spec("httpx2")
    if found is not None and type(found.loader) is not SourceFileLoader:
        import httpx2  # noqa: F401  # for what the loader does then


def _is_watched(transport: str, method: str) -> bool:
    """True if a tracer has put something in place of a method of a transport of httpx2, as OpenTelemetry's does.

    For this it has imported httpx2, which is not imported for anything else: that takes a tenth of a first call.
    """
    httpx2 = sys.modules.get("httpx2")
    found = getattr(getattr(httpx2, transport, None), method, None)
    if httpx2 is None or found is None:
        return False
    is_theirs = isinstance(found, types.FunctionType) and found.__module__.partition(".")[0] == httpx2.__name__
    return not is_theirs or hasattr(found, "__wrapped__")


class Pools(_PoolsBase[Backend, ConnectionPool]):
    """Connections of one process."""

    _kinds = (httpcore2.ConnectionPool, httpcore2.HTTPProxy, httpcore2.SOCKSProxy)
    _pool = ConnectionPool
    _transport = "HTTPTransport"

    def __init__(self, proxy: Proxy | None) -> None:
        super().__init__(proxy, Backend())

    def send(self, prepared: Prepared, steps: Steps) -> ReceivedResponse:
        """The response, its body still to be read. Raises what httpcore2 raises, and ConfigurationError."""
        target = target_of(prepared.url)
        if _is_watched("HTTPTransport", "handle_request"):
            from .watched_transport import as_httpx2, unread

            return readable(unread(self._watched_of(target).handle_request(as_httpx2(prepared, target, steps))))
        return readable(self._pool_of(target).send(as_httpcore2(prepared, target, steps)))

    def close(self) -> None:
        """Close all connections."""
        for pool in list(self._pools.values()):
            pool.close()
        for watched in list(self._watched.values()):
            watched.close()

    def abandon(self) -> None:
        """Close the connections in a process that was forked from their own, where they stay open."""
        self._backend.abandon()


class AsyncPools(_PoolsBase[AsyncBackend, AsyncConnectionPool]):
    """Connections of one event loop."""

    _kinds = (httpcore2.AsyncConnectionPool, httpcore2.AsyncHTTPProxy, httpcore2.AsyncSOCKSProxy)
    _pool = AsyncConnectionPool
    _transport = "AsyncHTTPTransport"

    def __init__(self, proxy: Proxy | None) -> None:
        super().__init__(proxy, AsyncBackend())

    async def send(self, prepared: Prepared, steps: Steps) -> ReceivedResponse:
        """The response, its body still to be read. Raises what httpcore2 raises, and ConfigurationError."""
        target = target_of(prepared.url)
        if _is_watched("AsyncHTTPTransport", "handle_async_request"):
            from .watched_transport import as_httpx2, unread

            watched = self._watched_of(target)
            return readable(unread(await watched.handle_async_request(as_httpx2(prepared, target, steps))))
        return readable(await self._pool_of(target).send(as_httpcore2(prepared, target, steps)))

    async def aclose(self) -> None:
        """Close all connections."""
        for pool in list(self._pools.values()):
            await pool.aclose()
        for watched in list(self._watched.values()):
            await watched.aclose()
