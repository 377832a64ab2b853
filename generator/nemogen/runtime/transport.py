"""Requests to connections and back: httpx2, made when it is first needed."""

from __future__ import annotations

import functools
import os
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from .errors import ConfigurationError
from .process import leave_alone
from .transport_errors import missing
from .wire import abandon, hasten, send, send_async

if TYPE_CHECKING:
    import httpx2

MOST_CONNECTIONS = 1000
MOST_IDLE_CONNECTIONS = 100
IDLE_SECONDS = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A request that is ready to be sent, and to be sent again. Header names are in lower case.

    `content` holds the whole body; a multipart body is in `fields` and `files` instead.
    """

    verb: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None = None
    fields: Mapping[str, Any] | None = None
    files: list[tuple[str, tuple[Any, ...]]] | None = None
    secret_in_url: bool = False


@functools.cache
def shared_ssl_context() -> ssl.SSLContext:
    """The TLS settings of all clients of the process. To make one costs 30 to 50 ms."""
    import httpx2

    return httpx2.create_ssl_context()


@functools.cache
def _trusts_nobody() -> ssl.SSLContext:
    """For a client that talks http only: it has no certificate authority, so that no TLS connection would succeed."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _tls(base_url: str, proxy: str | None) -> ssl.SSLContext:
    needed = base_url.startswith("https:") or proxy is not None
    return shared_ssl_context() if needed else _trusts_nobody()


def _client_options(base_url: str, proxy: str | None) -> dict[str, Any]:
    import httpx2

    limits = httpx2.Limits(
        max_connections=MOST_CONNECTIONS,
        max_keepalive_connections=MOST_IDLE_CONNECTIONS,
        keepalive_expiry=IDLE_SECONDS,
    )
    return {"verify": _tls(base_url, proxy), "limits": limits, "proxy": proxy, "timeout": None}


@functools.lru_cache(maxsize=256)
def _parsed_url(url: str) -> httpx2.URL:
    import httpx2

    return httpx2.URL(url)


def _own_request(prepared: Prepared, steps: Mapping[str, float | None]) -> httpx2.Request:
    """A request for our own client, which adds nothing to it: made without the merging that `build_request` does."""
    import httpx2

    content = prepared.content or b""
    url = _parsed_url(prepared.url)
    headers = [(b"host", url.netloc)]
    headers += [(name.encode("ascii"), value.encode("latin-1")) for name, value in prepared.headers.items()]
    if content or prepared.verb in ("POST", "PUT", "PATCH"):
        headers.append((b"content-length", str(len(content)).encode()))
    return httpx2.Request(
        prepared.verb, url, headers=headers, stream=httpx2.ByteStream(content), extensions={"timeout": steps}
    )


def _request(client: Any, own: bool, prepared: Prepared, steps: Mapping[str, float | None]) -> Any:
    if own and prepared.files is None:
        request = _own_request(prepared, steps)
    else:
        body = (
            {"content": prepared.content}
            if prepared.files is None
            else {"data": prepared.fields, "files": prepared.files}
        )
        # A client of the user's own may add headers, cookies and parameters: `build_request` merges them.
        request = client.build_request(
            prepared.verb, prepared.url, headers=dict(prepared.headers), extensions={"timeout": steps}, **body
        )
    if prepared.secret_in_url:
        from .masked_url import MaskedURL

        request.url = MaskedURL(str(request.url))
    return request


def _running_loop() -> Any:
    """The event loop of asyncio; None under another library."""
    import asyncio

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


class _Owner(NamedTuple):
    """Whom connections belong to: nobody else may use them."""

    process: int
    loop: Any = None


class _Transport:
    """What both kinds have in common: our own client for each owner, made at its first request, or the given one."""

    def __init__(self, base_url: str, proxy: str | None, given: Any) -> None:
        self._base_url = base_url
        self._proxy = proxy
        self.own = given is None
        self._given = given
        self._given_connected_in: int | None = None
        # No lock guards it: a thread that forks may leave a lock taken for ever in the child.
        self._made: dict[_Owner, Any] = {}
        self.closed = False

    def _client_of(self, owner: _Owner) -> Any:
        """The client for one request. Raises ConfigurationError where there is none to use."""
        if self.closed:
            raise ConfigurationError("the client is closed")
        if not self.own:
            if self._given_connected_in not in (None, owner.process):
                raise ConfigurationError("http_client has connections of another process: make one after the fork")
            return self._given
        try:
            return self._made[owner]
        except KeyError:
            self._forget_others(owner)
        try:
            return self._made.setdefault(owner, self._make())
        except ImportError as error:
            raise missing("httpx2", error) from None

    def _sent(self, response: Any, owner: _Owner) -> Any:
        """The response; a client of the user's own that went over the network has connections from now on."""
        if not self.own and "network_stream" in response.extensions:
            self._given_connected_in = owner.process
        return response

    def _forget_others(self, owner: _Owner) -> None:
        """Let go of what belongs to other processes, and to event loops that are over."""
        for other in list(self._made):
            if other.process != owner.process:
                leave_alone(self._made.pop(other, None))
            elif other.loop is not None and other.loop.is_closed():
                self._abandon(self._made.pop(other, None))

    def _abandon(self, client: Any) -> None:
        """Close connections whose event loop is over."""

    def _make(self) -> Any:
        raise NotImplementedError


class SyncTransport(_Transport):
    """Sends with an `httpx2.Client`. Raises ConfigurationError for one that is asynchronous."""

    def __init__(self, base_url: str, proxy: str | None, given: Any) -> None:
        if hasattr(given, "aclose"):
            raise ConfigurationError("http_client is asynchronous: use the asynchronous client")
        super().__init__(base_url, proxy, given)

    def _make(self) -> httpx2.Client:
        import httpx2

        client = httpx2.Client(**_client_options(self._base_url, self._proxy))
        hasten(client)
        return client

    def open(self, prepared: Prepared, steps: Mapping[str, float | None]) -> Any:
        """The response, its body still to be read. Raises what the client raises."""
        owner = _Owner(os.getpid())
        client = self._client_of(owner)
        request = _request(client, self.own, prepared, steps)
        if self.own:
            return send(client, request)
        return self._sent(client.send(request, stream=True, follow_redirects=False), owner)

    def close(self) -> None:
        """Close all connections, those of a user's own client excepted."""
        self.closed = True
        owner = _Owner(os.getpid())
        self._forget_others(owner)
        client = self._made.pop(owner, None)
        if client is not None:
            client.close()


class AsyncTransport(_Transport):
    """Sends with an `httpx2.AsyncClient`; with `aiohttp`, through the connections of that library.

    Raises ConfigurationError for a client that is not asynchronous.
    """

    def __init__(self, base_url: str, proxy: str | None, given: Any, aiohttp: bool) -> None:
        if given is not None and not hasattr(given, "aclose"):
            raise ConfigurationError("http_client is not asynchronous: use the other client")
        super().__init__(base_url, proxy, given)
        self._aiohttp = aiohttp

    def _abandon(self, client: Any) -> None:
        if self._aiohttp:
            client._transport.abandon()
        else:
            abandon(client)

    def _make(self) -> httpx2.AsyncClient:
        import httpx2

        if self._aiohttp:
            from .aiohttp_transport import AiohttpTransport

            tls = _tls(self._base_url, self._proxy)
            transport = AiohttpTransport(MOST_CONNECTIONS, IDLE_SECONDS, tls, self._proxy)
            return httpx2.AsyncClient(transport=transport, timeout=None)
        client = httpx2.AsyncClient(**_client_options(self._base_url, self._proxy))
        hasten(client)
        return client

    async def open(self, prepared: Prepared, steps: Mapping[str, float | None]) -> Any:
        """The response, its body still to be read. Raises what the client raises."""
        owner = _Owner(os.getpid(), _running_loop())
        client = self._client_of(owner)
        request = _request(client, self.own, prepared, steps)
        if self.own:
            return await send_async(client, request)
        return self._sent(await client.send(request, stream=True, follow_redirects=False), owner)

    async def close(self) -> None:
        """Close all connections, those of a user's own client excepted."""
        self.closed = True
        owner = _Owner(os.getpid(), _running_loop())
        self._forget_others(owner)
        client = self._made.pop(owner, None)
        if client is not None:
            await client.aclose()
