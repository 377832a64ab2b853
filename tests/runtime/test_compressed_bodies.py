"""Compressed responses: whole and as streams, in all forms that servers send, and broken ones."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from . import drive
from .drive import COMPLETION, STREAM, Mode
from .sample.sample_api import APIResponseError, StreamInterruptedError
from .sample.sample_api._runtime.unpack import Unpacker, UnpackingError
from .sample.sample_api.testing import FakeServer, Response, http_response
from .test_stream_faults import chunked

BODY = json.dumps(COMPLETION).encode()
PIECES = (STREAM[:100], STREAM[100:150], STREAM[150:])


def deflated(data: bytes, bits: int = -zlib.MAX_WBITS) -> bytes:
    packer = zlib.compressobj(wbits=bits)
    return packer.compress(data) + packer.flush()


def members(data: bytes) -> bytes:
    """A gzip file of several members, an empty one among them."""
    return b"".join(gzip.compress(part) for part in (data[:10], data[10:11], b"", data[11:]))


PACKED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "its old name": ("X-GZIP", gzip.compress),
    "several members": ("gzip", members),
    "zeros after the end": ("gzip", lambda data: members(data) + b"\0" * 700),
    "zlib": ("deflate", zlib.compress),
    "bare deflate": ("deflate", deflated),
    "twice": ("deflate, gzip", lambda data: members(zlib.compress(data))),
    "twice, and not": ("identity, gzip ,, gzip", lambda data: members(members(data))),
    "not at all": ("identity", bytes),
    "a coding that is none": ("utf-8", bytes),
}


@pytest.mark.parametrize("form", PACKED)
@pytest.mark.parametrize("mode", drive.MODES)
def test_a_compressed_response_is_read(mode: Mode, form: str) -> None:
    coding, pack = PACKED[form]
    with FakeServer(http_response(pack(BODY), content_type="application/json", content_encoding=coding)) as server:
        assert drive.ask(mode, server.url).answer.id == "chat-1"


def streamed(coding: str, packed: bytes, size: int) -> Response:
    pieces = [packed[start : start + size] for start in range(0, len(packed), size)]
    reply = chunked(*pieces)
    head, *rest = reply.steps
    assert isinstance(head, bytes)
    return Response((head.replace(b"\r\n\r\n", f"\r\ncontent-encoding: {coding}\r\n\r\n".encode(), 1), *rest))


@pytest.mark.parametrize("size", [1, 1000])
@pytest.mark.parametrize("form", PACKED)
@pytest.mark.parametrize("mode", drive.MODES)
def test_a_compressed_stream_is_read(mode: Mode, form: str, size: int) -> None:
    coding, pack = PACKED[form]
    with FakeServer(streamed(coding, pack(STREAM), size)) as server:
        outcome = drive.ask_stream(mode, server.url)
        assert (outcome.text, outcome.error) == ("Hello there", None)


class Broken(NamedTuple):
    coding: str
    body: bytes
    reason: str


BROKEN = {
    "cut short": Broken("gzip", gzip.compress(BODY)[:-1], "incomplete"),
    "cut within the second member": Broken("gzip", gzip.compress(BODY) + gzip.compress(b" ")[:-1], "incomplete"),
    "deflate cut short": Broken("deflate", zlib.compress(BODY)[:-1], "incomplete"),
    "one byte of deflate": Broken("deflate", b"x", "incomplete"),
    "garbage after the end": Broken("gzip", gzip.compress(BODY) + b"garbage", "something else follows"),
    "garbage after deflate": Broken("deflate", deflated(BODY) + b"garbage", "something else follows"),
    "a wrong checksum": Broken("gzip", gzip.compress(BODY)[:-8] + b"\1" * 8, "incorrect data check"),
    "no gzip": Broken("gzip", BODY, "incorrect header check"),
    "a coding that nobody asked for": Broken("br", BODY, "br, which was not asked for"),
    "a coding of old": Broken("compress, gzip", gzip.compress(BODY), "compress, which was not asked for"),
    "codings without end": Broken(", ".join(["gzip"] * 500), BODY, "more than 5 codings"),
}


@pytest.mark.parametrize("case", BROKEN)
@pytest.mark.parametrize("mode", drive.MODES)
def test_what_cannot_be_unpacked_is_an_error_that_says_why(mode: Mode, case: str) -> None:
    coding, body, reason = BROKEN[case]
    with FakeServer(http_response(body, content_type="application/json", content_encoding=coding)) as server:
        assert reason in str(drive.ask(mode, server.url).failed(APIResponseError))


@pytest.mark.parametrize("mode", drive.MODES)
def test_a_compressed_stream_that_breaks_keeps_what_came(mode: Mode) -> None:
    packer = zlib.compressobj(wbits=31)
    packed = packer.compress(PIECES[0] + PIECES[1]) + packer.flush(zlib.Z_SYNC_FLUSH) + b"\xff" * 20
    with FakeServer(streamed("gzip", packed, 1000)) as server:
        outcome = drive.ask_stream(mode, server.url)
        assert "cannot be unpacked" in str(outcome.failed(StreamInterruptedError))


@given(st.lists(st.binary(max_size=50), max_size=4), st.integers(1, 9), st.integers(0, 3), st.booleans())
def test_members_are_read_whatever_the_pieces_are(parts: list[bytes], size: int, zeros: int, twice: bool) -> None:
    packed = b"".join(gzip.compress(part) for part in parts) + b"\0" * (zeros if parts else 0)
    whole = zlib.compress(packed) if twice else packed
    unpacker = Unpacker(["gzip", "deflate"] if twice else ["gzip"])
    found = [piece for start in range(0, len(whole), size) for piece in unpacker.feed(whole[start : start + size])]
    unpacker.finish()
    assert b"".join(found) == b"".join(parts)


@given(st.binary(min_size=1, max_size=50), st.data())
def test_what_is_cut_short_is_never_taken_for_whole(body: bytes, data: st.DataObject) -> None:
    coding, pack = PACKED[data.draw(st.sampled_from(("gzip", "zlib", "bare deflate")))]
    packed = pack(body)
    unpacker = Unpacker([coding])
    list(unpacker.feed(packed[: data.draw(st.integers(1, len(packed) - 1))]))
    with pytest.raises(UnpackingError):
        unpacker.finish()


def test_much_comes_in_pieces() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    assert {len(piece) for piece in Unpacker(["gzip"]).feed(bomb)} == {1 << 20, 50_000_000 % (1 << 20)}
