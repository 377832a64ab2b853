"""A request that is ready to be sent, and its form for each HTTP library."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from .request_body import StreamedBody

if TYPE_CHECKING:
    import httpcore2
    import httpx2

Steps = Mapping[str, float | None]
"""Bounds of the steps of a request in seconds: connect, read, write, pool."""


class Prepared(NamedTuple):
    """A request that is ready to be sent, and to be sent again. Header names are in lower case.

    `content` is the whole body, or one that is read while it is sent. `own_headers` are the names of headers that the
    caller has set, or dropped, for this call.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes | StreamedBody | None = None
    secret_in_url: bool = False
    own_headers: frozenset[str] = frozenset()

    def with_headers(self, headers: Mapping[str, str]) -> Prepared:
        """The same request with other headers."""
        return Prepared(
            method=self.method,
            url=self.url,
            headers=headers,
            content=self.content,
            secret_in_url=self.secret_in_url,
            own_headers=self.own_headers,
        )

    def with_url(self, url: str, *, secret_in_url: bool = False) -> Prepared:
        """The same request to another URL, which holds a key where `secret_in_url`."""
        return Prepared(
            method=self.method,
            url=url,
            headers=self.headers,
            content=self.content,
            secret_in_url=secret_in_url,
            own_headers=self.own_headers,
        )

    @property
    def can_be_repeated(self) -> bool:
        """False if a file in the body can be read once only."""
        return not isinstance(self.content, StreamedBody) or self.content.can_be_repeated

    @property
    def size(self) -> int | None:
        """How many bytes the body has; None if that is not known."""
        return self.content.size if isinstance(self.content, StreamedBody) else len(self.content or b"")


class Target(NamedTuple):
    """Where a request goes: the URL, its host as a header names it, and all that chooses a connection."""

    url: httpcore2.URL
    host: bytes
    address: bytes


_PLAIN_URL = re.compile(
    r"(https?)://([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?::([1-9][0-9]{0,4}))?"
    r"((?:/(?!\.)(?:[\w.~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)((?:\?(?:[\w.~!$&()*+,;=:@/?-]|%[0-9A-Fa-f]{2})+)?)",
    re.ASCII,
)
"""A URL in the form that it has when it is sent, but for the port and the slash that are understood. No segment of its
path begins with a dot: it might be one that stands for another path."""
_ADDRESS = re.compile(r"(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!\Z)|\Z)){4}")
_PORTS = {"http": "80", "https": "443"}


@functools.lru_cache(maxsize=256)
def target_of(url: str) -> Target:
    """The target of a URL, which is encoded on the way. Raises what httpx2 raises for a URL that is not valid."""
    import httpcore2

    plain = _PLAIN_URL.fullmatch(url)
    if plain is None or (plain[2].rpartition(".")[2].isdecimal() and not _ADDRESS.fullmatch(plain[2])):
        return _target_by_httpx2(url)
    scheme, host, path = plain[1], plain[2], (plain[4] or "/") + plain[5]
    port = None if plain[3] == _PORTS[scheme] else plain[3]
    netloc = host if port is None else f"{host}:{port}"
    target = httpcore2.URL(scheme=scheme, host=host, port=None if port is None else int(port), target=path)
    return Target(target, netloc.encode(), f"{scheme}://{netloc}".encode())


def _target_by_httpx2(url: str) -> Target:
    """The target of a URL that is encoded, or checked, first: of a name outside ASCII, or of an address of IPv6."""
    # Not at the top: most programs need none of this, and are spared the import.
    import httpcore2
    import httpx2

    parsed = httpx2.URL(url)
    target = httpcore2.URL(scheme=parsed.raw_scheme, host=parsed.raw_host, port=parsed.port, target=parsed.raw_path)
    return Target(target, parsed.netloc, parsed.raw_scheme + b"://" + parsed.netloc)


def raw_headers(prepared: Prepared, target: Target) -> list[tuple[bytes, bytes]]:
    """The headers as they travel."""
    headers = [(b"host", target.host)]
    headers += [(name.encode("ascii"), value.encode("latin-1")) for name, value in prepared.headers.items()]
    if prepared.content or prepared.method in ("POST", "PUT", "PATCH"):
        headers.append(framing_header(prepared))
    return headers


def framing_header(prepared: Prepared) -> tuple[bytes, bytes]:
    """The header that says where the body ends."""
    size = prepared.size
    return (b"transfer-encoding", b"chunked") if size is None else (b"content-length", str(size).encode())


def as_httpcore2(prepared: Prepared, target: Target, steps: Steps) -> httpcore2.Request:
    """The request for a connection of httpcore2, which adds nothing to it."""
    import httpcore2

    headers, extensions = raw_headers(prepared, target), {"timeout": steps}
    return httpcore2.Request(
        prepared.method, target.url, headers=headers, content=prepared.content, extensions=extensions
    )


def mask(request: httpx2.Request, prepared: Prepared) -> None:
    """Where the URL of a request holds a key, let nobody see it who prints the URL."""
    if prepared.secret_in_url:
        from .masked_url import MaskedURL

        request.url = MaskedURL(str(request.url))
