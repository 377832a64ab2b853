"""Streams as servers really send them, over real sockets: raw bytes, split and timed at will."""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest

from .drive import CHUNKS, COMPLETION, MODES, STREAM, Mode, ask_stream, chunk, events
from .sample.sample_api import (
    APIError,
    APIStatusError,
    APIStreamError,
    InternalServerError,
    NotAStreamError,
    RateLimitError,
    StreamDecodeError,
    StreamEventError,
    StreamInterruptedError,
    StreamStalledError,
    StreamTruncatedError,
)
from .sample.sample_api.testing import CLOSE, HOLD, RESET, FakeServer, Response, Step

BOM = b"\xef\xbb\xbf"
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nx-request-id: req-1\r\n"


def chunked(*steps: Step, content_type: str = "text/event-stream", end: bool = True) -> Response:
    """A body of those pieces in chunked encoding, each sent by itself; numbers are pauses."""
    head = f"HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\ntransfer-encoding: chunked\r\n\r\n".encode()
    pieces = [b"%x\r\n%s\r\n" % (len(step), step) if isinstance(step, bytes) else step for step in steps]
    return Response((head, *pieces, *([b"0\r\n\r\n"] if end else [])))


def plain(body: bytes, content_type: str, length: int | None = None, *then: Step) -> Response:
    size = len(body) if length is None else length
    head = f"HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\ncontent-length: {size}\r\n\r\n".encode()
    return Response((head + body, *then))


def replaced(old: bytes, new: bytes) -> Response:
    return chunked(STREAM.replace(old, new))


ONE_BYTE = [bytes([byte]) for byte in STREAM]
WHOLE = {
    "as_it_should_be": chunked(STREAM),
    "line_ends_crlf": replaced(b"\n", b"\r\n"),
    "line_ends_cr": replaced(b"\n", b"\r"),
    "one_byte_at_a_time": chunked(*ONE_BYTE),
    "crlf_one_byte_at_a_time": chunked(*(bytes([byte]) for byte in STREAM.replace(b"\n", b"\r\n"))),
    "comments": replaced(b"data: ", b": ping\n\ndata: "),
    "comment_inside_an_event": replaced(b"data: ", b":\ndata: "),
    "no_space_after_the_colon": replaced(b"data: ", b"data:"),
    "byte_order_mark": chunked(BOM + STREAM),
    "byte_order_mark_split": chunked(BOM[:1], BOM[1:2], BOM[2:] + STREAM),
    "block_without_data": chunked(b"retry: 3000\nid: 7\n\n" + STREAM),
    "event_names": replaced(b"data: ", b"event: message\ndata: "),
    "ids": replaced(b"data: ", b"id: 1\ndata: "),
    "unknown_fields": replaced(b"data: ", b"extra: 1\nlonely\ndata: "),
    "empty_data": replaced(b"data: ", b"data:\n\ndata: "),
    "several_data_lines": replaced(b', "object"', b',\ndata: "object"'),
    "more_blank_lines": replaced(b"\n\n", b"\n\n\n\n"),
    "no_blank_line_at_the_end": chunked(STREAM.removesuffix(b"\n\n")),
    "no_line_end_at_all_after_done": chunked(STREAM.rstrip()),
    "spaces_around_the_marker": replaced(b"data: [DONE]", b"data:  [DONE] "),
    "no_marker_but_a_finish_reason": chunked(events(*CHUNKS)),
    "null_finish_reason_but_a_marker": chunked(events(*CHUNKS[:3], "[DONE]")),
    "server_holds_on_after_done": chunked(STREAM, HOLD, end=False),
    "rubbish_after_done": chunked(STREAM + b"data: {broken\n\n"),
    "content_type_missing": Response((b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n" + STREAM, CLOSE)),
    "content_type_plain_text": chunked(STREAM, content_type="text/plain"),
    "content_type_json": chunked(STREAM, content_type="application/json"),
    "content_type_with_charset": chunked(STREAM, content_type="text/event-stream; charset=utf-8"),
    "ended_by_closing": Response((HEAD + b"connection: close\r\n\r\n" + STREAM, CLOSE)),
    "with_a_length": plain(STREAM, "text/event-stream"),
    "a_whole_completion": plain(json.dumps(COMPLETION).encode(), "application/json"),
    "a_whole_completion_named_a_stream": plain(json.dumps(COMPLETION, indent=1).encode(), "text/event-stream"),
    "status_201": Response((HEAD.replace(b"200", b"201") + b"connection: close\r\n\r\n" + STREAM, CLOSE)),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", WHOLE)
def test_a_stream_that_is_whole_is_read_whole(case: str, mode: Mode) -> None:
    with FakeServer(WHOLE[case]) as server:
        outcome = ask_stream(mode, server.url)
    assert outcome.error is None
    assert outcome.text == "Hello there"


def text_of(*pieces: str) -> bytes:
    return events(*(chunk({"content": piece}) for piece in pieces), chunk({}, "stop"), "[DONE]")


UNUSUAL = "a\u2028b\u0085c\u2029 😊 é\x0b\x1c"
RAW = json.dumps(chunk({"content": UNUSUAL}), ensure_ascii=False).encode()
TEXTS = {
    "line_separators": (chunked(b"data: " + RAW + b"\n\n" + text_of("!")), UNUSUAL + "!"),
    "split_inside_a_character": (
        chunked(*(bytes([byte]) for byte in b"data: " + RAW + b"\n\n" + text_of("!"))),
        UNUSUAL + "!",
    ),
    "three_megabytes_in_one_event": (chunked(text_of("x" * 3_000_000)), "x" * 3_000_000),
    "missing_fields": (chunked(events({"choices": [{"delta": {"content": "a"}}]}, CHUNKS[3], "[DONE]")), "a"),
    "no_choices_and_empty_delta": (chunked(events({**CHUNKS[1], "choices": []}, *CHUNKS, "[DONE]")), "Hello there"),
    "null_in_place_of_delta": (
        chunked(events({**CHUNKS[1], "choices": [{"index": 0, "delta": None}]}, *CHUNKS, "[DONE]")),
        "Hello there",
    ),
    "a_wrong_type": (chunked(events({**CHUNKS[1], "created": "soon"}, CHUNKS[3], "[DONE]")), "Hello"),
    "an_unknown_finish_reason": (chunked(events(CHUNKS[1], chunk({}, "end_turn"))), "Hello"),
    "error_null_beside_choices": (chunked(events({**CHUNKS[1], "error": None}, CHUNKS[3])), "Hello"),
    "the_word_error_in_the_text": (chunked(text_of('"error": {"message": "no"}')), '"error": {"message": "no"}'),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", TEXTS)
def test_an_unusual_stream_keeps_its_text(case: str, mode: Mode) -> None:
    answer, text = TEXTS[case]
    with FakeServer(answer) as server:
        outcome = ask_stream(mode, server.url)
    assert outcome.error is None
    assert outcome.text == text


class Fault(NamedTuple):
    answer: Response
    kind: type[APIError]
    says: str
    text: str = "Hello"


PROVIDER = json.dumps({"error": {"message": "provider is down", "code": 529}})
FAULTS = {
    "error_object": Fault(
        chunked(events(CHUNKS[1], {"error": {"message": "overloaded", "code": "busy"}})), StreamEventError, "overloaded"
    ),
    "error_text": Fault(chunked(events(CHUNKS[1], {"error": "overloaded"})), StreamEventError, "overloaded"),
    "error_beside_choices": Fault(
        chunked(events(CHUNKS[1], {**chunk({}, "error"), "error": {"message": "overloaded", "code": 502}})),
        StreamEventError,
        "overloaded",
    ),
    "error_named_by_the_event": Fault(
        chunked(events(CHUNKS[1]) + b'event: error\ndata: {"message": "overloaded"}\n\n'),
        StreamEventError,
        "overloaded",
    ),
    "error_event_of_plain_text": Fault(
        chunked(events(CHUNKS[1]) + b"event: error\ndata: overloaded\n\n"), StreamEventError, "overloaded"
    ),
    "error_with_a_status_code": Fault(
        chunked(events(CHUNKS[1], {"message": "overloaded", "statusCode": "500"})), StreamEventError, "overloaded"
    ),
    "error_of_a_provider_inside": Fault(
        chunked(events(CHUNKS[1], {"error": {"message": PROVIDER}})), StreamEventError, "provider is down"
    ),
    "error_as_first_event": Fault(chunked(events({"error": {"message": "no"}})), StreamEventError, "no", ""),
    "reset": Fault(chunked(events(CHUNKS[1]), 0.05, RESET, end=False), StreamInterruptedError, "was interrupted"),
    "cut_within_an_event": Fault(
        chunked(events(CHUNKS[1]), b'data: {"id": "ch', CLOSE, end=False), StreamInterruptedError, "was interrupted"
    ),
    "cut_between_events": Fault(
        chunked(events(CHUNKS[1]), CLOSE, end=False), StreamInterruptedError, "was interrupted"
    ),
    "shorter_than_its_length": Fault(
        plain(events(CHUNKS[1]), "text/event-stream", 5000, CLOSE), StreamInterruptedError, "was interrupted"
    ),
    "bad_chunked_encoding": Fault(
        Response((*chunked(events(CHUNKS[1]), end=False).steps, 0.1, b"zz\r\nrubbish\r\n")),
        APIStreamError,
        "the stream",
    ),
    "neither_marker_nor_finish_reason": Fault(
        chunked(events(*CHUNKS[:2])), StreamTruncatedError, "before the response was complete"
    ),
    "ended_within_an_event": Fault(
        Response((HEAD + b"connection: close\r\n\r\n" + events(CHUNKS[1]) + b'data: {"id": "c', CLOSE)),
        StreamTruncatedError,
        "within an event",
    ),
    "no_events": Fault(chunked(b": hello\n\n"), StreamTruncatedError, "empty", ""),
    "nothing_but_the_marker": Fault(chunked(b": hello\n\ndata: [DONE]\n\n"), StreamTruncatedError, "empty", ""),
    "no_body": Fault(plain(b"", "text/event-stream"), StreamTruncatedError, "empty", ""),
    "broken_json": Fault(chunked(events(CHUNKS[1], '{"id": "c', CHUNKS[2])), StreamDecodeError, "not JSON"),
    "broken_utf_8": Fault(chunked(events(CHUNKS[1]) + b'data: {"id": "\xff\xfe"}\n\n'), StreamDecodeError, "not JSON"),
    "html": Fault(plain(b"<html><title>Bad</title></html>", "text/html"), NotAStreamError, "HTML page", ""),
    "html_named_a_stream": Fault(plain(b"\n <!doctype html>", "text/event-stream"), NotAStreamError, "HTML page", ""),
    "json_of_another_kind": Fault(plain(b'{"status": "ok"}', "application/json"), NotAStreamError, "JSON", ""),
    "json_cut_short": Fault(plain(b'{"id": "c', "application/json"), NotAStreamError, "truncated", ""),
    "json_error": Fault(
        plain(b'{"error": {"message": "slow down", "code": 429}}', "application/json"), RateLimitError, "slow down", ""
    ),
    "json_error_named_a_stream": Fault(
        plain(b'{"error": {"message": "slow down"}}', "text/event-stream"), APIStatusError, "slow down", ""
    ),
    "json_error_with_a_status_code": Fault(
        plain(b'{"message": "no room", "statusCode": 503}', "application/json"), InternalServerError, "no room", ""
    ),
    "stall": Fault(chunked(events(CHUNKS[1]), HOLD, end=False), StreamStalledError, "stalled"),
    "unknown_compression": Fault(
        Response((HEAD + b"content-encoding: gzip\r\ncontent-length: 9\r\n\r\nnot gzip!",)),
        StreamInterruptedError,
        "unpack",
        "",
    ),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", FAULTS)
def test_a_stream_that_breaks_raises_and_keeps_what_came(case: str, mode: Mode) -> None:
    fault = FAULTS[case]
    with FakeServer(fault.answer) as server:
        outcome = ask_stream(mode, server.url, {"timeout": 0.4}, max_retries=2)
        assert len(server.requests) == 1
    error = outcome.failed(fault.kind)
    assert fault.says in str(error)
    assert "POST /v1/chat/completions" in str(error)
    assert outcome.text == fault.text
    if fault.text:
        assert error.partial.choices[0].message.content == fault.text
        assert error.chunks == len(outcome.chunks)
