"""Server-sent events, as the HTML standard reads them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.recordings.bundled_tests.sse import read_events

STREAM = (
    "\ufeffdata: H\u00e9\r\n: comment\ndata:llo\r\revent: add\ndata:  x\u2028y\nid: 7\n\n\ndata\n\ndata: last".encode()
)


def datas(content: bytes) -> list[str]:
    return [event.data for event in read_events([content])]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"data: a\n\n", ["a"]),
        (b"data: a\r\n\r\ndata: b\r\r", ["a", "b"]),
        (b"data:a\ndata: b\ndata:\n\n", ["a\nb\n"]),
        (b"data\n\n", [""]),
        (b": only a comment\n\nevent: x\n\n", []),
        (b"\xef\xbb\xbfdata: a\n\n", ["a"]),
        ("data: a\u2028b\n\n".encode(), ["a\u2028b"]),
        (b"data: \xff\n\n", ["\ufffd"]),
        (b"data : a\ndatax: b\nunknown: c\n\n", []),
        (b"", []),
    ],
)
def test_a_stream_gives_its_events(content: bytes, expected: list[str]) -> None:
    assert datas(content) == expected


def test_type_and_id_belong_to_the_event_and_the_id_stays() -> None:
    first, second, third = read_events([b"event: add\nid: 7\ndata: a\n\nid: 8\0\ndata: b\n\nid\ndata: c\n\n"])
    assert (first.event, first.id) == ("add", "7")
    assert (second.event, second.id) == ("", "7")
    assert (third.event, third.id) == ("", "")


def test_an_event_without_its_blank_line_is_marked() -> None:
    whole, cut = read_events([b"data: a\n\n", b"data: b"])
    assert (whole.is_complete, cut.is_complete) == (True, False)


def test_an_event_knows_the_piece_that_it_begins_in() -> None:
    events = read_events([b"data: a\n\nda", b"ta: b\n", b"\ndata: c\n\n"])
    assert [(event.data, event.chunk) for event in events] == [("a", 0), ("b", 0), ("c", 2)]


@given(st.lists(st.integers(0, len(STREAM)), max_size=6))
def test_any_split_of_a_stream_gives_the_same_events(cuts: list[int]) -> None:
    ends = sorted({0, *cuts, len(STREAM)})
    chunks = [STREAM[start:end] for start, end in pairwise(ends)]
    whole = read_events([STREAM])
    assert [(event.data, event.event, event.id) for event in read_events(chunks)] == [
        ("H\u00e9\nllo", "", ""),
        (" x\u2028y", "add", "7"),
        ("", "", "7"),
        ("last", "", "7"),
    ]
    assert [event.start for event in read_events(chunks)] == [event.start for event in whole]


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    assert all(0 <= event.start <= event.end <= len(content) for event in read_events([content]))
