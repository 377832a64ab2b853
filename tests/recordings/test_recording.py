"""A recording's file: written so that a diff can be read, and read again without loss."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nemogen.recordings
from nemogen.errors import RecordingError
from nemogen.recordings.reading import line_of, read_recording
from nemogen.recordings.recording import (
    BinaryBody,
    Body,
    JsonBody,
    Recording,
    Request,
    Response,
    StreamBody,
    TextBody,
    body_bytes,
    body_of,
    write_recording,
)
from nemogen.recordings.store import load_recording, load_recordings, path_of
from tests.recordings.samples import chat, stream, thing

SCHEMA = json.loads((Path(nemogen.recordings.__file__).parent / "recording.schema.json").read_text("utf-8"))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
fields = st.dictionaries(
    st.text("abc-_\u00e9", min_size=1, max_size=4),
    st.lists(st.text("xy \u202e", max_size=4), min_size=1, max_size=2).map(tuple),
    max_size=2,
)
bodies: st.SearchStrategy[Body | None] = (
    st.none()
    | json_values.map(JsonBody)
    | texts.map(TextBody)
    | st.binary(max_size=8).map(BinaryBody)
    | st.lists(st.binary(min_size=1, max_size=6), max_size=3).map(lambda chunks: StreamBody(tuple(chunks)))
)
recordings = st.builds(
    Recording,
    operation=st.just("chat.create"),
    case=st.just("case"),
    request=st.builds(Request, st.just("POST"), st.just("/v1/%20"), fields, fields, bodies),
    response=st.builds(Response, st.integers(100, 599), fields, bodies),
    origin=st.sampled_from(["live", "documentation", "written"]),
    recorded=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    source=texts,
    note=texts,
    spec_sha256=st.sampled_from(["", "0" * 64]),
    file=st.just("x.json"),
)


def read(content: bytes, operation: str = "chat.create", case: str = "case") -> Recording:
    return read_recording(content, "x.json", operation=operation, case=case)


@settings(deadline=None)
@given(recordings)
def test_what_is_written_is_read_again_and_fits_the_schema(recording: Recording) -> None:
    content = write_recording(recording)
    assert read(content) == recording
    assert write_recording(read(content)) == content
    jsonschema.validate(json.loads(content), SCHEMA)


@settings(deadline=None)
@given(json_values)
def test_a_json_body_keeps_its_value_over_the_wire(value: Any) -> None:
    assert body_of(body_bytes(JsonBody(value)), "application/json; charset=utf-8") == JsonBody(value)


@pytest.mark.parametrize("text", ['{"a":1,"a":2}', "NaN", "1e999", "[1", "[" * 100_000])
def test_json_that_a_value_cannot_hold_stays_text(text: str) -> None:
    assert body_of(text.encode(), "application/json") == TextBody(text)


@pytest.mark.parametrize("mark", ["\u202e", "\x9b", "\u2028", "\ufeff", "\x07"])
def test_what_cannot_be_seen_or_a_terminal_obeys_is_escaped(mark: str) -> None:
    content = write_recording(chat(answer={"text": mark}))
    assert mark.encode() not in content
    assert read(content).response.body == JsonBody({"text": mark})


def test_a_diff_of_two_recordings_shows_one_line() -> None:
    old, new = (write_recording(chat(answer={"text": text, "list": [1, 2]})).splitlines() for text in ("a", "b"))
    assert sum(left != right for left, right in zip(old, new, strict=True)) == 1


def test_every_problem_is_reported_with_line_pointer_and_remedy() -> None:
    content = b"""{
 "origin": "heard",
 "recorded": "2026-02-30",
 "request": {"method": "post", "path": "v1", "headers": {"a": 1}},
 "response": {
  "status": 99,
  "body": {"base64": "?"}
 },
 "extra": 1
}"""
    with pytest.raises(RecordingError) as caught:
        read(content)
    reported = {(problem.where.pointer, problem.where.line) for problem in caught.value.problems if problem.where}
    assert reported == {
        ("/origin", 2),
        ("/recorded", 3),
        ("/request/method", 4),
        ("/request/path", 4),
        ("/request/headers/a", 4),
        ("/response/status", 6),
        ("/response/body/base64", 7),
        ("/extra", 9),
    }
    assert all(problem.remedy for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("content", "reported"),
    [
        (b'{"origin": "live" 1}', "x.json:1:19: the recording is not valid JSON"),
        # Python 3.13 blames the comma, and those before it what follows.
        (b'{"origin": "live",}', "the recording is not valid JSON"),
        (b"[]", "x.json:1: expected an object"),
        (b"\xff", "x.json:1: the recording is not valid UTF-8"),
        (b'{"origin": "live", "origin": "live"}', "x.json: the recording cannot be read: duplicate keys"),
        (b"{}", "x.json:1: origin is missing"),
        (b'{"origin":"live","request":{},"response":{}}', "method is missing"),
        (
            b'{"origin":"live","request":{"method":"A","path":"/","headers":{"a":"b\\r\\nc"}},"response":{"status":200}}',
            "string without line breaks",
        ),
        (
            b'{"origin":"live","request":{"method":"A","path":"/"},"response":{"status":200,"body":{"text":"\\ud800"}}}',
            "UTF-8",
        ),
        (
            b'{"origin":"live","request":{"method":"A","path":"/"},"response":{"status":200,"body":{"stream":[1]}}}',
            "a chunk must be",
        ),
        (
            b'{"origin":"live","request":{"method":"A","path":"/"},"response":{"status":200,"body":{"json":1,"text":""}}}',
            "one member",
        ),
    ],
)
def test_what_is_no_recording_is_refused_with_a_reason(content: bytes, reported: str) -> None:
    with pytest.raises(RecordingError) as caught:
        read(content)
    assert reported in str(caught.value)


def test_a_line_is_found_in_nested_lists() -> None:
    assert line_of(b'{"a": [\n1,\n{"b/c": 2}]}', "/a/1/b~1c") == 3


def save(folder: Path, recording: Recording) -> Path:
    path = folder / path_of(recording.operation, recording.case)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(write_recording(recording))
    return path


def test_a_folder_is_read_in_order_and_a_file_saved_again_is_the_same(tmp_path: Path) -> None:
    for recording in (thing("b"), chat("z"), stream("a")):
        save(tmp_path, recording)
    found = load_recordings(tmp_path, shown_as="recordings")
    assert [item.name for item in found] == [
        "chat.completions.create/a",
        "chat.completions.create/z",
        "items.retrieve/b",
    ]
    assert found[0].file == "recordings/chat.completions.create/a.json"
    path = save(tmp_path, found[0])
    assert replace(load_recording(path), file=found[0].file) == found[0]
    assert sorted(path.name for path in path.parent.iterdir()) == ["a.json", "z.json"]


def test_the_problems_of_all_files_are_reported_at_once(tmp_path: Path) -> None:
    for name in ("one/a.json", "one/b.json", "astray.json", "one/two/c.json", "o ne/d.json", "one/e e.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("{")
    with pytest.raises(RecordingError) as caught:
        load_recordings(tmp_path, shown_as="r")
    found = {problem.where.file: problem.what for problem in caught.value.problems if problem.where}
    astray = {"r/astray.json", "r/one/two/c.json", "r/o ne/d.json", "r/one/e e.json"}
    assert found.keys() == astray | {"r/one/a.json", "r/one/b.json"}
    assert {file for file, what in found.items() if what == "the file is not at the path of a recording"} == astray


def test_no_folder_is_no_recordings(tmp_path: Path) -> None:
    assert load_recordings(tmp_path / "none") == ()


@pytest.mark.parametrize("case", ["../up", "", ".hidden", "a/b", "a\nb", "x" * 121])
def test_a_name_that_leaves_the_folder_is_refused(case: str) -> None:
    with pytest.raises(RecordingError):
        path_of("chat.completions.create", case)
