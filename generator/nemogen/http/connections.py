"""Connections that end with the budget of an exchange, whatever the host does: httpcore2 with our own network backend.

A timeout of the library bounds one read, and a host that sends a byte now and then, or interim responses without end,
never hits it. So each socket operation gets the remaining budget, and each byte is counted.
"""

from __future__ import annotations

import importlib.util
import ipaddress
import queue
import socket
import ssl
import threading
import urllib.request
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, TypeAlias

import httpcore2
import httpx2

from nemogen.http.limits import Budget, Limits
from nemogen.http.target import Target
from nemogen.http.urls import LOOPBACK

Fields: TypeAlias = Iterable[tuple[str, str]]
"""Header fields in order: names and values."""

_WRITTEN_AT_ONCE: Final = 1 << 14
_MOST_ADDRESSES: Final = 8


class BadProxy(Exception):
    """The environment names a proxy that cannot be used."""


class Connections:
    """Connections to any hosts, through the proxies that the environment names; one exchange at a time."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._network = _Network()
        self._tls: ssl.SSLContext | None = None
        self._pools: dict[str, httpcore2.ConnectionPool] = {}

    def close(self) -> None:
        """Close all of them."""
        for pool in self._pools.values():
            pool.close()
        self._pools.clear()

    @contextmanager
    def open(
        self, method: str, target: Target, headers: Fields, content: bytes | None, budget: Budget
    ) -> Iterator[httpcore2.Response]:
        """The response to one request, its body still to be read. Raises Spent, BadProxy and what httpcore2 raises."""
        self._network.budget = budget
        steps = {"connect": self._limits.connect, "read": self._limits.read, "write": self._limits.read}
        pool = self._pool(find_proxy(target))
        sent = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        url = httpcore2.URL(
            scheme=target.scheme.encode(), host=target.host.encode(), port=target.port, target=target.path
        )
        with pool.stream(method, url, headers=sent, content=content, extensions={"timeout": steps}) as response:
            yield response

    def _pool(self, proxy: str) -> httpcore2.ConnectionPool:
        if proxy not in self._pools:
            # Reading the certificates takes 30 to 50 ms, so it is done once.
            self._tls = self._tls or httpx2.create_ssl_context()
            self._pools[proxy] = httpcore2.ConnectionPool(
                ssl_context=self._tls, proxy=_parse_proxy(proxy) if proxy else None, network_backend=self._network
            )
        return self._pools[proxy]


def find_proxy(target: Target) -> str:
    """The proxy that HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY name for a request; empty if it needs none.

    Requests to this machine never go through a proxy.
    """
    proxies = urllib.request.getproxies()
    found = proxies.get(target.scheme) or proxies.get("all") or ""
    if not found or target.host in LOOPBACK or urllib.request.proxy_bypass(f"{target.host}:{target.port}"):
        return ""
    if _is_in_network(target.host, proxies.get("no", "").split(",")):
        return ""
    return found if "://" in found else f"http://{found}"


def _is_in_network(host: str, entries: Iterable[str]) -> bool:
    """Whether an address is in one of the networks (10.0.0.0/8) of NO_PROXY, which Python itself does not support."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    for entry in entries:
        try:
            if address in ipaddress.ip_network(entry.strip(), strict=False):
                return True
        except ValueError:
            continue
    return False


def _parse_proxy(url: str) -> httpcore2.Proxy:
    try:
        proxy = httpx2.Proxy(url)
    except (httpx2.InvalidURL, ValueError):
        raise BadProxy("HTTP_PROXY, HTTPS_PROXY or ALL_PROXY is not the URL of a proxy") from None
    if proxy.url.scheme.startswith("socks") and importlib.util.find_spec("socksio") is None:
        raise BadProxy("a SOCKS proxy needs the package socksio, which is not installed")
    parsed = httpcore2.URL(
        scheme=proxy.url.raw_scheme, host=proxy.url.raw_host, port=proxy.url.port, target=proxy.url.raw_path
    )
    return httpcore2.Proxy(parsed, auth=proxy.raw_auth)


class UnknownName(httpcore2.ConnectError):
    """The name of a host has no address."""


class _Network(httpcore2.NetworkBackend):
    """Sockets whose every operation uses the budget of the current exchange."""

    def __init__(self) -> None:
        self._sockets = httpcore2.SyncBackend()
        self.budget = Budget(0, 0)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failure: Exception = httpcore2.ConnectError("the name has no address")
        for address in _look_up(host, port, self.budget.step(timeout))[:_MOST_ADDRESSES]:
            step = self.budget.step(timeout)
            try:
                return _Stream(self._sockets.connect_tcp(address, port, step, local_address, socket_options), self)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
        raise failure


class _Stream(httpcore2.NetworkStream):
    """A stream that checks the budget before each operation and reports what arrived."""

    def __init__(self, stream: httpcore2.NetworkStream, network: _Network) -> None:
        self._stream, self._network = stream, network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        received = self._stream.read(max_bytes, self._network.budget.step(timeout))
        self._network.budget.take(len(received))
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for at in range(0, len(buffer), _WRITTEN_AT_ONCE):
            self._stream.write(buffer[at : at + _WRITTEN_AT_ONCE], self._network.budget.step(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        step = self._network.budget.step(timeout)
        try:
            # Python's own hostname check leaves the socket open if it fails.
            (server_hostname or "").encode("idna")
        except UnicodeError as error:
            self.close()
            raise httpcore2.ConnectError(str(error)) from error
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, step), self._network)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _look_up(host: str, port: int, seconds: float) -> Sequence[str]:
    """The addresses of a name. Lookups have no timeout: a slow one is abandoned in its thread."""
    found: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.put([str(row[4][0]) for row in rows])
        except (OSError, UnicodeError) as error:
            found.put(error)

    threading.Thread(target=look_up, name="look-up", daemon=True).start()
    try:
        addresses = found.get(timeout=seconds)
    except queue.Empty:
        raise httpcore2.ConnectTimeout("the name was not resolved in time") from None
    if isinstance(addresses, Exception):
        raise UnknownName(str(addresses)) from addresses
    return addresses
