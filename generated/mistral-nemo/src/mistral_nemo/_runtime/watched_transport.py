"""Sends through httpx2's own transports, which take the place of our connections while a tracer watches them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpcore2
import httpx2

from .connection_pool import IDLE_SECONDS, MOST_CONNECTIONS, MOST_IDLE_CONNECTIONS
from .http_request import Prepared, Steps, Target, mask, raw_headers
from .proxies import Proxy
from .request_body import StreamedBody


class _Sent(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """A body that is read while it is sent."""

    def __init__(self, content: StreamedBody) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._content)

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._content)


def as_httpx2(prepared: Prepared, target: Target, steps: Steps) -> httpx2.Request:
    """The request for a transport of httpx2, which adds nothing to it."""
    content = prepared.content or b""
    body = _Sent(content) if isinstance(content, StreamedBody) else httpx2.ByteStream(content)
    headers, extensions = raw_headers(prepared, target), {"timeout": dict(steps)}
    request = httpx2.Request(prepared.method, prepared.url, headers=headers, extensions=extensions, stream=body)
    mask(request, prepared)
    return request


def unread(response: httpx2.Response) -> httpcore2.Response:
    """The response of a transport of httpx2, its body as it was sent."""
    headers, body = response.headers.raw, response.stream
    return httpcore2.Response(response.status_code, headers=headers, content=body, extensions=response.extensions)


def make_transport(name: str, tls: Any, proxy: Proxy | None, tls_to_proxy: Any) -> Any:
    """A transport of httpx2, of the class `name`, with as many connections as a pool of ours has."""
    limits = httpx2.Limits(
        max_connections=MOST_CONNECTIONS,
        max_keepalive_connections=MOST_IDLE_CONNECTIONS,
        keepalive_expiry=IDLE_SECONDS,
    )
    through = proxy and httpx2.Proxy(proxy.url, auth=proxy.auth, ssl_context=tls_to_proxy)
    return getattr(httpx2, name)(verify=tls, limits=limits, proxy=through)
