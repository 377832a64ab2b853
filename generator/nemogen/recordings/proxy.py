"""Passes requests from loopback on to an API and keeps what went over the wire. Needs the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from nemogen.errors import Location, NetworkError
from nemogen.recordings.bundled_tests.loopback import Answer, Asked, loopback

if TYPE_CHECKING:
    import httpx2

_HOP: Final = frozenset(
    {"accept-encoding", "connection", "content-length", "host", "keep-alive", "te", "transfer-encoding", "upgrade"}
)
_LOCAL: Final = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class Passed:
    """One request and its answer, with the pieces as they arrived, decoded where they were compressed."""

    asked: Asked
    answer: Answer


@dataclass
class Proxy:
    """Answers by asking the server at `upstream` (scheme and host); keeps everything in `passed`, and a failure."""

    upstream: str
    client: httpx2.Client
    passed: list[Passed] = field(default_factory=list)
    failure: str = ""

    def respond(self, asked: Asked) -> Answer:
        """The server's answer, whole, before the first byte goes on."""
        import httpx2

        headers = [(name, value) for name, value in asked.headers if name not in _HOP]
        try:
            request = self.client.build_request(
                asked.method,
                self.upstream + asked.target,
                headers=[*headers, ("accept-encoding", "identity")],
                content=asked.body,
            )
            response = self.client.send(request, stream=True)
            try:
                pieces = tuple(response.iter_bytes())
            finally:
                response.close()
        except httpx2.HTTPError as error:
            self.failure = f"{type(error).__name__}: {error}"
            return Answer(502)
        fields = tuple((name.lower(), value) for name, value in response.headers.multi_items())
        is_stream = response.headers.get("content-type", "").startswith("text/event-stream")
        answer = Answer(response.status_code, fields, pieces if is_stream else (b"".join(pieces),), is_stream)
        self.passed.append(Passed(asked, answer))
        return answer


@contextmanager
def passing_on(base_url: str, seconds: float) -> Iterator[tuple[Proxy, str]]:
    """A proxy to the API at `base_url`, and the base URL on loopback for a client to use, until the block ends.

    Raises NetworkError for a base URL that no key is sent to.
    """
    import httpx2

    upstream, path = split_base(base_url)
    timeout = httpx2.Timeout(seconds, connect=30)
    with httpx2.Client(timeout=timeout, follow_redirects=False) as client:
        proxy = Proxy(upstream, client)
        with loopback(proxy.respond) as server:
            yield proxy, server.url + path


def split_base(url: str) -> tuple[str, str]:
    """Scheme and host, and the path, of an API's base URL.

    Raises NetworkError for a URL that is none, and for plain http to another machine: the key would be readable.
    """
    parts = urlsplit(url)
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOCAL)
    if not is_safe or not parts.netloc:
        where = Location(without_user(url))
        raise NetworkError("the key is sent over https only", where=where, remedy="Give an https base URL.")
    return f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")


def without_user(url: str) -> str:
    """A URL without the user and password that it may hold."""
    return re.sub(r"^([^/]*//)[^/?#]*@", r"\1", url)
