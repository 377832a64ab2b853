"""One bound for a whole exchange: whatever a host does, it costs so many seconds and bytes, and ends as our error."""

from __future__ import annotations

import functools
import gzip
import re
import socket
import threading
import tracemalloc
import zlib
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from itertools import chain, repeat

import pytest

from nemogen.errors import NetworkError
from nemogen.http.client import Http
from nemogen.http.failures import TooLarge, Unreachable
from nemogen.http.github import GitHub, read_hosts
from nemogen.http.github_files import revisions, tree
from nemogen.http.limits import Limits
from nemogen.http.messages import Request
from tests.http.conftest import SOURCE
from tests.servers.hostile import Hostile, head, one_by_one
from tests.servers.loopback import Loopback, Reply
from tests.servers.loopback import Request as Asked

SECONDS = 0.6
BYTES = 300_000
TOO_LONG = rf"within {SECONDS} seconds"
TOO_MUCH = f"more than {BYTES:,} bytes"
LIMITS = Limits(size=200_000, received=BYTES, total=SECONDS, read=5, connect=5, first_wait=0.001)

BROKEN = f"RemoteProtocolError|{TOO_MUCH}"

INTERIM = head(status="100 Continue")
HINTS = head("Link: </x>; rel=preload", status="103 Early Hints")
CHUNKED = head("Transfer-Encoding: chunked")


def ask(url: str, method: str = "GET", content: bytes | None = None, limits: Limits = LIMITS) -> NetworkError:
    """The error of a request."""
    with Http(limits) as http, pytest.raises(NetworkError) as caught:
        http.send(Request(url, method, content=content))
    assert caught.value.exit_code == 4
    assert caught.value.problems[0].remedy
    return caught.value


SLOW: dict[str, Callable[[bytes], Iterable[bytes]]] = {
    "a header": lambda _: one_by_one(b"HTTP/1.1 200 OK\r\nX: "),
    "headers": lambda _: chain([b"HTTP/1.1 200 OK\r\n"], repeat(b"X: y\r\n")),
    "a status line": lambda _: one_by_one(b"HTTP/1.1 200 O"),
    "100": lambda _: repeat(INTERIM),
    "103": lambda _: repeat(HINTS),
    "103 in bytes": lambda _: one_by_one(HINTS * 1000),
    "a body": lambda _: chain([head("Content-Length: 100000")], repeat(b"x")),
    "a body without a length": lambda _: chain([head()], repeat(b"x")),
    "chunks": lambda _: chain([CHUNKED], repeat(b"1\r\nx\r\n")),
    "an extension of a chunk": lambda _: chain([CHUNKED, b"1"], repeat(b";x")),
    "trailers": lambda _: chain([CHUNKED, b"0\r\n"], repeat(b"T: x\r\n")),
    "gzip": lambda _: chain([head("Content-Encoding: gzip")], repeat(gzip.compress(b""))),
    "nothing": lambda _: [],
    "an error": lambda _: chain([head("Content-Length: 100000", status="503 Unavailable")], repeat(b"x")),
}


@pytest.mark.parametrize("says", SLOW.values(), ids=SLOW)
def test_a_host_that_is_slow_without_end_is_abandoned(says: Callable[[bytes], Iterable[bytes]]) -> None:
    with Hostile(says, pause=0.05) as host:
        assert re.search(TOO_LONG, str(ask(host.url)))


FLOODS: dict[str, tuple[Callable[[bytes], Iterable[bytes]], str]] = {
    "100": (lambda _: repeat(INTERIM * 1000), TOO_MUCH),
    "103": (lambda _: repeat(HINTS * 1000), TOO_MUCH),
    "a header": (lambda _: chain([b"HTTP/1.1 200 OK\r\nX: "], repeat(b"x" * 1000)), BROKEN),
    "headers": (
        lambda _: chain([b"HTTP/1.1 200 OK\r\n"], repeat(b"X: y\r\n" * 1000)),
        BROKEN,
    ),
    "no HTTP": (lambda _: repeat(b"x" * 10_000), TOO_MUCH),
    "a body": (lambda _: chain([head()], repeat(b"x" * 10_000)), "larger than 200,000 bytes"),
    "chunks": (lambda _: chain([CHUNKED], repeat(b"1\r\nx\r\n" * 1000)), TOO_MUCH),
    "trailers": (lambda _: chain([CHUNKED, b"0\r\n"], repeat(b"T: x\r\n" * 1000)), BROKEN),
    "empty gzip": (lambda _: chain([head("Content-Encoding: gzip")], repeat(gzip.compress(b"") * 1000)), TOO_MUCH),
}


@pytest.mark.parametrize(("says", "message"), FLOODS.values(), ids=FLOODS)
def test_a_host_that_sends_without_end_is_cut_off(says: Callable[[bytes], Iterable[bytes]], message: str) -> None:
    with Hostile(says) as host:
        assert re.search(message, str(ask(host.url, limits=replace(LIMITS, total=15))))


def test_a_connection_that_never_becomes_tls_is_abandoned() -> None:
    with Hostile(lambda _: [], asks=False) as host:
        assert re.search(TOO_LONG, str(ask(host.url.replace("http:", "https:"))))


def test_a_port_that_does_not_accept_is_abandoned() -> None:
    with closing(socket.create_server(("127.0.0.1", 0), backlog=0)) as full:
        address = full.getsockname()
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(address)
        try:
            assert re.search(TOO_LONG, str(ask(f"http://127.0.0.1:{address[1]}")))
        finally:
            for each in waiting:
                each.close()


def test_a_name_that_is_looked_up_for_ever_is_abandoned(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()

    def look_up(*_: object, **__: object) -> list[object]:
        ended.wait(20)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    try:
        assert re.search(TOO_LONG, str(ask("http://spec.invalid/")))
    finally:
        ended.set()


def test_a_host_that_does_not_read_is_abandoned() -> None:
    with Hostile(lambda _: [], asks=False) as host:
        assert re.search(TOO_LONG, str(ask(host.url, "POST", bytes(32 << 20))))


def test_tries_and_redirects_share_the_time_of_one_exchange() -> None:
    def slow(_: Asked) -> Reply:
        ended.wait(0.25)
        return Reply(302, headers={"Location": "/again"})

    ended = threading.Event()
    with Loopback(slow) as host, Http(LIMITS) as http, pytest.raises(Unreachable, match=TOO_LONG):
        http.send(Request(host.url, stays=True))
    assert len(host.requests) <= 4

    with Hostile(lambda _: [b"HTTP/1.1 200"]) as silent:
        assert re.search(TOO_LONG, str(ask(silent.url, limits=replace(LIMITS, read=0.25, tries=100))))
        assert silent.connections <= 4


def test_a_wait_that_the_time_does_not_allow_is_not_begun(slept: list[float]) -> None:
    with Loopback(lambda _: Reply(503, headers={"Retry-After": "30"})) as host:
        with Http(replace(LIMITS, total=20), sleep=slept.append) as http, pytest.raises(Unreachable, match="503"):
            http.send(Request(host.url))
        assert (slept, len(host.requests)) == ([], 1)


def test_all_exchanges_together_have_a_bound_too() -> None:
    with Hostile(lambda _: [b"HTTP/1.1 200"]) as host, Http(replace(LIMITS, session=1.0, tries=1)) as http:
        for message in (TOO_LONG, "all requests together", "all requests together"):
            with pytest.raises(Unreachable, match=message):
                http.send(Request(host.url))


@functools.cache
def _gzip_of_zeros() -> bytes:
    return gzip.compress(bytes(64 << 20))


@functools.cache
def _zlib_of_zeros() -> bytes:
    return zlib.compress(bytes(64 << 20), 9)


@pytest.mark.parametrize(
    ("encoding", "make"),
    [
        ("gzip", _gzip_of_zeros),
        ("x-gzip", _gzip_of_zeros),
        ("gzip", lambda: gzip.compress(bytes(300_000)) * 50),
        ("gzip, gzip", lambda: gzip.compress(_gzip_of_zeros())),
        ("gzip", lambda: gzip.compress(_gzip_of_zeros())[:20]),
        ("deflate", _zlib_of_zeros),
        ("br", lambda: bytes.fromhex("c3ffff3f00")),
        ("zstd", lambda: bytes.fromhex("28b52ffd")),
        ("identity, deflate", _zlib_of_zeros),
    ],
    ids=["gzip", "x-gzip", "members", "nested", "cut", "deflate", "br", "zstd", "two"],
)
def test_what_unpacks_to_more_than_the_limit_is_cut_off_at_the_limit(encoding: str, make: Callable[[], bytes]) -> None:
    reply = Reply(200, make(), {"Content-Encoding": encoding})
    with Loopback(lambda _: reply) as host:
        tracemalloc.start()
        try:
            ask(host.url, limits=replace(LIMITS, total=15, received=10 << 20))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 4 << 20


@pytest.mark.parametrize("row", [b"[],", b"{},", b'"",', b"0,", b'{"a":[]},'])
def test_a_list_of_an_api_that_unpacks_to_gigabytes_is_cut_off(row: bytes, environ: dict[str, str]) -> None:
    packed = gzip.compress(b"[" + row * 20_000_000)
    with Loopback(lambda _: Reply(200, packed, {"Content-Encoding": "gzip"})) as host, Http() as http:
        github = GitHub.of(http, read_hosts({**environ, "GITHUB_API_URL": host.url}))
        tracemalloc.start()
        try:
            for read in (lambda: list(revisions(github, SOURCE)), lambda: tree(github, SOURCE)):
                with pytest.raises(TooLarge):
                    read()
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 64 << 20


def test_a_proxy_is_bounded_as_a_host_is(monkeypatch: pytest.MonkeyPatch) -> None:
    with Hostile(lambda _: repeat(INTERIM), pause=0.05) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        assert re.search(TOO_LONG, str(ask("https://spec.invalid/")))


@pytest.mark.parametrize("name", [".invalid", "a..invalid", "x" * 300 + ".invalid", "xn--.invalid"])
def test_a_name_that_no_certificate_can_have_is_reported(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Hostile(lambda _: [head(status="200 Connection established")]) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        ask(f"https://{name}/")


def test_the_words_of_an_error_do_not_take_gigabytes() -> None:
    packed = gzip.compress(b'{"message": [' + b"[]," * 2_000_000)
    with Loopback(lambda _: Reply(404, packed, {"Content-Encoding": "gzip"})) as host:
        tracemalloc.start()
        try:
            ask(host.url, limits=Limits())
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 32 << 20


def test_a_response_that_turns_into_another_protocol_is_refused() -> None:
    with Hostile(lambda _: [head("Upgrade: x", "Connection: upgrade", status="101 Switching Protocols")]) as host:
        assert "RemoteProtocolError" in str(ask(host.url))
