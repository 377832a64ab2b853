"""Whether bytes came after a response, whatever the pieces are that it came in."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from .sample.sample_api._runtime.response_end import ResponseEnd

HEADS = st.sampled_from([b"", b"HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n", b"HTTP/1.1 100 Continue\n\n" * 2])
BODIES = st.binary(max_size=30) | st.sampled_from([b"", b"\n0\r\n\r\n", b'{"a": "HTTP/1.1 200 OK"}'])
TRAILERS = st.sampled_from([b"", b"x-sum: 1\r\n", b"a: \r\nb: HTTP/1.1 200 OK\n"])
SURPLUS = st.sampled_from([b"H", b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}", b"HTTP/1.1 204 No\r\n\r\n"])


def read(response: bytes, surplus: bytes, cuts: set[int], headers: list[tuple[bytes, bytes]], head: int) -> bool:
    """Whether the response is found exact; h11 reads no further than the piece that its end is in."""
    end = ResponseEnd()
    end.begin()
    edges = [0, *sorted(cut for cut in cuts if 0 < cut < len(response)), len(response) + len(surplus)]
    came = False
    for start, stop in itertools.pairwise(edges):
        end.add((response + surplus)[start:stop])
        if stop >= head and not came:
            end.head_came(b"GET", 200, headers)
            came = True
    return end.is_exact


CUTS = st.sets(st.integers(0, 120), max_size=4)


@given(HEADS, BODIES, CUTS, SURPLUS)
def test_a_body_with_a_length_is_exact_unless_more_came(first: bytes, body: bytes, cuts: set[int], more: bytes) -> None:
    head = b"%sHTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % (first, len(body))
    headers = [(b"Content-Length", b"%d" % len(body))]
    assert read(head + body, b"", cuts, headers, len(head))
    assert not read(head + body, more, cuts, headers, len(head))


@given(HEADS, BODIES, TRAILERS, CUTS, SURPLUS)
def test_a_body_in_chunks_is_exact_unless_more_came(
    first: bytes, body: bytes, trailer: bytes, cuts: set[int], more: bytes
) -> None:
    head = b"%sHTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n" % first
    chunk = b"%x\r\n%s\r\n" % (len(body), body) if body else b""
    response = head + chunk + b"0\r\n" + trailer + b"\r\n"
    headers = [(b"Transfer-Encoding", b"chunked")]
    assert not read(response, more, cuts, headers, len(head))
    whole = {cut for cut in cuts if cut <= len(head + chunk)}
    assert read(response, b"", whole, headers, len(head)) or b"\nHTTP/" in body


def test_a_body_that_looks_like_many_ends_is_read_once() -> None:
    head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
    body = b"\n" + b"0;a:\n" * 200_000  # each line with all that follow it would be 20,000 million
    headers = [(b"Transfer-Encoding", b"chunked")]
    for end, is_exact in ((b"0;x\r\n\r\n", True), (b"0;x\r\n\r\nHTT", False)):
        assert read(head + b"%x\r\n%s\r\n" % (len(body), body) + end, b"", set(), headers, len(head)) is is_exact


@given(SURPLUS)
def test_what_has_no_body_is_exact_unless_more_came(more: bytes) -> None:
    response = b"HTTP/1.1 200 OK\r\ncontent-length: 17\r\n\r\n"
    for surplus, is_exact in ((b"", True), (more, False)):
        end = ResponseEnd()
        end.add(response + surplus)
        end.head_came(b"HEAD", 200, [(b"content-length", b"17")])
        assert end.is_exact is is_exact


def test_a_response_whose_head_was_not_seen_is_not_exact() -> None:
    assert not ResponseEnd().is_exact
