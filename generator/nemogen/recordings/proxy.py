"""Passes requests from loopback on to an API and keeps the exchanges. Needs the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import field
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from nemogen.errors import Location, NetworkError
from nemogen.http.connections import Connections
from nemogen.http.exchange import Failure, receive
from nemogen.http.limits import Budget, Limits, Spent
from nemogen.http.target import parse
from nemogen.http.urls import is_private
from nemogen.light_dataclasses import dataclass
from nemogen.recordings.bundled_tests.loopback import ReceivedRequest, ServedResponse, loopback

_HOP: Final = frozenset(
    {"accept-encoding", "connection", "content-length", "host", "keep-alive", "te", "transfer-encoding", "upgrade"}
)
_WITH_BODY: Final = frozenset({"PATCH", "POST", "PUT"})
"""The methods whose requests have a length, even if it is 0."""
_MOST_CHUNKS: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Passed:
    """One request and its response, with the chunks as they arrived, decompressed."""

    request: ReceivedRequest
    response: ServedResponse


@dataclass
class Proxy:
    """Forwards requests to the server at `upstream` (scheme and host); keeps exchanges in `passed`, and a failure."""

    upstream: str
    limits: Limits
    passed: list[Passed] = field(default_factory=list)
    failure: str = ""

    def respond(self, request: ReceivedRequest) -> ServedResponse:
        """The server's response, read completely before the first byte is passed on."""
        try:
            response = self._response_to(request)
        except (Failure, Spent) as error:
            self.failure = str(error)
            return ServedResponse(502)
        except NetworkError as error:
            self.failure = error.problems[0].what
            return ServedResponse(502)
        self.passed.append(Passed(request, response))
        return response

    def _response_to(self, request: ReceivedRequest) -> ServedResponse:
        """Uses a separate connection: each request is handled in its own thread."""
        headers = [(name, value) for name, value in request.headers if name not in _HOP]
        headers.append(("accept-encoding", "identity"))
        content = request.body if request.body or request.method in _WITH_BODY else None
        target, budget = parse(self.upstream + request.target), Budget(self.limits.total, self.limits.received)
        with (
            closing(Connections(self.limits)) as connections,
            receive(connections, request.method, target, headers, content, self.limits.size, budget) as received,
        ):
            chunks = tuple(islice(received.chunks, _MOST_CHUNKS + 1))
        if len(chunks) > _MOST_CHUNKS:
            raise Failure(f"the response has more than {_MOST_CHUNKS:,} chunks")
        media_types = (value for name, value in received.fields if name == "content-type")
        is_stream = next(media_types, "").startswith("text/event-stream")
        return ServedResponse(received.status, received.fields, chunks if is_stream else (b"".join(chunks),), is_stream)


@contextmanager
def passing_on(base_url: str, seconds: float, *, sends_key: bool) -> Iterator[tuple[Proxy, str]]:
    """A proxy to the API at `base_url`, and the base URL on loopback for a client to use, until the block ends.

    An exchange may take `seconds`. Raises NetworkError as `split_base`.
    """
    upstream, path = split_base(base_url, sends_key=sends_key)
    proxy = Proxy(upstream, Limits(total=seconds, connect=30, read=seconds))
    with loopback(proxy.respond) as server:
        yield proxy, server.url + path


def split_base(url: str, *, sends_key: bool) -> tuple[str, str]:
    """Splits an API's base URL into scheme and host, and the path.

    Raises NetworkError for what is not an http or https URL and, where a key is sent, for plain http to another
    machine: the key would be readable on the way.
    """
    where, parts = Location(without_user(url)), urlsplit(url)
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        raise NetworkError("not an http or https URL", where=where, remedy="Give the API's base URL: --base-url.")
    if sends_key and not is_private(url):
        raise NetworkError("the key is sent over https only", where=where, remedy="Give an https base URL.")
    return f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")


def without_user(url: str) -> str:
    """A URL without the user and password that it may hold."""
    return re.sub(r"^([^/]*//)[^/?#]*@", r"\1", url)
