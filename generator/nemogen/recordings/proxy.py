"""Passes requests from loopback on to an API and keeps the exchanges. Needs the network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from nemogen.errors import Location, NetworkError
from nemogen.http.connections import Connections
from nemogen.http.exchange import Failure, receive
from nemogen.http.limits import Budget, Limits, Spent
from nemogen.http.target import parse
from nemogen.http.urls import is_private
from nemogen.recordings.bundled_tests.loopback import Answer, Asked, loopback

_HOP: Final = frozenset(
    {"accept-encoding", "connection", "content-length", "host", "keep-alive", "te", "transfer-encoding", "upgrade"}
)
_WITH_BODY: Final = frozenset({"PATCH", "POST", "PUT"})
"""The methods whose requests have a length, even if it is 0."""
_MOST_PIECES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Passed:
    """One request and its response, with the chunks as they arrived, decompressed."""

    asked: Asked
    answer: Answer


@dataclass
class Proxy:
    """Forwards requests to the server at `upstream` (scheme and host); keeps exchanges in `passed`, and a failure."""

    upstream: str
    limits: Limits
    passed: list[Passed] = field(default_factory=list)
    failure: str = ""

    def respond(self, asked: Asked) -> Answer:
        """The server's response, read completely before the first byte is passed on."""
        try:
            answer = self._answer(asked)
        except (Failure, Spent) as error:
            self.failure = str(error)
            return Answer(502)
        except NetworkError as error:
            self.failure = error.problems[0].what
            return Answer(502)
        self.passed.append(Passed(asked, answer))
        return answer

    def _answer(self, asked: Asked) -> Answer:
        """Uses a separate connection: each request is handled in its own thread."""
        headers = [(name, value) for name, value in asked.headers if name not in _HOP]
        headers.append(("accept-encoding", "identity"))
        content = asked.body if asked.body or asked.method in _WITH_BODY else None
        target, budget = parse(self.upstream + asked.target), Budget(self.limits.total, self.limits.received)
        with (
            closing(Connections(self.limits)) as connections,
            receive(connections, asked.method, target, headers, content, self.limits.size, budget) as received,
        ):
            pieces = tuple(islice(received.pieces, _MOST_PIECES + 1))
        if len(pieces) > _MOST_PIECES:
            raise Failure(f"the response has more than {_MOST_PIECES:,} chunks")
        media_types = (value for name, value in received.fields if name == "content-type")
        is_stream = next(media_types, "").startswith("text/event-stream")
        return Answer(received.status, received.fields, pieces if is_stream else (b"".join(pieces),), is_stream)


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
