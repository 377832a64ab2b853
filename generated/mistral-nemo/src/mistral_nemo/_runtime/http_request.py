"""A request that is ready to be sent, and what the libraries make of it that carry the bytes."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import httpcore2
    import httpx2

Steps = Mapping[str, float | None]
"""Bounds of the steps of a request in seconds: connect, read, write, pool."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A request that is ready to be sent, and to be sent again. Header names are in lower case.

    `content` holds the whole body; a multipart body is in `files` instead, part by part. `own_headers` are the names of
    headers that the caller has set, or dropped, for this call.
    """

    verb: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None = None
    files: list[tuple[str, tuple[Any, ...]]] | None = None
    secret_in_url: bool = False
    own_headers: frozenset[str] = frozenset()

    @property
    def can_be_repeated(self) -> bool:
        """False where a file in the body can be read once only."""
        return all(_can_be_read_again(part[1]) for _, part in self.files or ())


def _can_be_read_again(content: Any) -> bool:
    return isinstance(content, (bytes, bytearray, str)) or (hasattr(content, "seekable") and bool(content.seekable()))


class Target(NamedTuple):
    """Where a request goes: the URL, its host as a header names it, and all that chooses a connection."""

    url: httpcore2.URL
    host: bytes
    address: bytes


@functools.lru_cache(maxsize=256)
def target_of(url: str) -> Target:
    """The target of a URL, which is encoded on the way."""
    import httpcore2
    import httpx2

    parsed = httpx2.URL(url)
    target = httpcore2.URL(scheme=parsed.raw_scheme, host=parsed.raw_host, port=parsed.port, target=parsed.raw_path)
    return Target(target, parsed.netloc, parsed.raw_scheme + b"://" + parsed.netloc)


def raw_headers(prepared: Prepared) -> list[tuple[bytes, bytes]]:
    """The headers as they travel, but for those that a multipart body brings itself."""
    headers = [(b"host", target_of(prepared.url).host)]
    headers += [(name.encode("ascii"), value.encode("latin-1")) for name, value in prepared.headers.items()]
    content = prepared.content or b""
    if prepared.files is None and (content or prepared.verb in ("POST", "PUT", "PATCH")):
        headers.append((b"content-length", str(len(content)).encode()))
    return headers


def as_httpcore2(prepared: Prepared, steps: Steps) -> httpcore2.Request:
    """The request for one of httpcore2's pools, which adds nothing to it."""
    import httpcore2

    body: Any = prepared.content
    headers = raw_headers(prepared)
    if prepared.files is not None:
        encoded = as_httpx2(prepared, steps)
        body, headers = encoded.stream, encoded.headers.raw
    url = target_of(prepared.url).url
    return httpcore2.Request(prepared.verb, url, headers=headers, content=body, extensions={"timeout": steps})


def as_httpx2(prepared: Prepared, steps: Steps) -> httpx2.Request:
    """The request for a transport of httpx2, which adds nothing to it."""
    import httpx2

    headers = raw_headers(prepared)
    if prepared.files is not None:
        body: dict[str, Any] = {"files": prepared.files}
    else:
        body = {"stream": httpx2.ByteStream(prepared.content or b"")}
    request = httpx2.Request(prepared.verb, prepared.url, headers=headers, extensions={"timeout": dict(steps)}, **body)
    mask(request, prepared)
    return request


def mask(request: Any, prepared: Prepared) -> None:
    """Where the URL of a request holds a key, let nobody see it who prints the URL."""
    if prepared.secret_in_url:
        from .masked_url import MaskedURL

        request.url = MaskedURL(str(request.url))
