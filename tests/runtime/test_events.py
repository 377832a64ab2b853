"""The event-stream format: every split of a stream gives the same events."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .sample.sample_api._runtime.events import EventParser, EventTooLarge

LIMIT = 1 << 20


def parse(*pieces: bytes) -> list[tuple[bytes, str, str]]:
    parser = EventParser(LIMIT)
    events = [event for piece in pieces for event in parser.feed(piece)]
    return events + parser.close()


LINE_ENDS = st.sampled_from([b"\n", b"\r", b"\r\n"])
TEXT = st.text(alphabet=st.sampled_from("aé😊\u2028\u0085 :{}\ufeff"), max_size=6)
LINES = st.one_of(
    TEXT.map(lambda text: f"data: {text}"),
    TEXT.map(lambda text: f"data:{text}"),
    TEXT.map(lambda text: f": {text}"),
    st.sampled_from(["data", "event: error", "event:x", "id: 7", "id: b", "id", "retry: 10", "other: 1", "", "", ""]),
)


@st.composite
def streams(draw: st.DrawFn) -> bytes:
    lines = draw(st.lists(st.tuples(LINES, LINE_ENDS), max_size=12))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + b"".join(line.encode() + end for line, end in lines)


def pieces_of(data: bytes, cuts: list[int]) -> list[bytes]:
    ends = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return [data[start:end] for start, end in itertools.pairwise(ends)]


@given(streams(), st.lists(st.integers(0, 1000), max_size=8))
@settings(max_examples=400)
def test_any_split_gives_the_same_events(data: bytes, cuts: list[int]) -> None:
    assert parse(*pieces_of(data, cuts)) == parse(data) == parse(*(bytes([byte]) for byte in data))


def reference(data: bytes) -> list[tuple[bytes, str, str]]:
    """The standard's own steps, over text: WHATWG HTML, 9.2.6, with the event at the end kept."""
    text = data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    events: list[tuple[bytes, str, str]] = []
    lines: list[str] = []
    name = last_id = ""
    for line in [*text.split("\n"), ""]:
        if not line:
            if lines:
                events.append(("\n".join(lines).encode(), name, last_id))
            lines, name = [], ""
        elif not line.startswith(":"):
            field, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if field == "data":
                lines.append(value)
            elif field == "event":
                name = value
            elif field == "id":
                last_id = value
    return events


@given(streams())
@settings(max_examples=400)
def test_the_events_are_those_of_the_standard(data: bytes) -> None:
    assert parse(data) == reference(data)


def test_the_last_id_and_the_retry_time_are_kept() -> None:
    parser = EventParser(LIMIT)
    parser.feed(b"id: 7\nretry: 250\n\nid: a\0b\nretry: soon\n\n")
    assert (parser.last_id, parser.retry) == ("7", 250)


@pytest.mark.parametrize("end", [b"", b"\n", b"\n\n"])
def test_an_event_beyond_the_limit_is_refused_before_it_is_whole(end: bytes) -> None:
    parser = EventParser(100)
    parser.feed(b"data: ")
    parser.feed(b"x" * 60)
    with pytest.raises(EventTooLarge, match="more than 100 bytes"):
        parser.feed(b"y" * 60 + end)


def test_many_small_events_are_not_one_large_one() -> None:
    parser = EventParser(100)
    assert len(parser.feed(b"data: 1\n\n" * 1000)) == 1000
    assert len(parser.feed(b"data: 1\n\n" * 1000)) == 1000


def test_a_large_event_is_copied_a_bounded_number_of_times() -> None:
    parser = EventParser(1 << 30)
    piece = b"x" * 65536
    parser.feed(b"data: ")
    for _ in range(512):
        parser.feed(piece)
    held = sum(map(len, parser._pieces))
    assert (len(parser._pieces), held) == (513, 512 * 65536 + 6)
    assert len(parser.feed(b"\n\n")[0][0]) == 512 * 65536
