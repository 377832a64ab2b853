"""Files of other tools with values of any kind: what is taken over can be written, read again and shown."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.errors import RecordingError
from nemogen.openapi.read_document import read_value
from nemogen.recordings.credentials import learnt
from nemogen.recordings.exchange import recordings_of
from nemogen.recordings.har import read_har, write_har
from nemogen.recordings.reading import read_recording
from nemogen.recordings.recording import Recording, body_of, write_recording
from nemogen.recordings.scrub import all_scrubbed
from nemogen.recordings.secrets import secrets_of
from nemogen.recordings.vcr import read_cassette

SPEC: dict[str, Any] = {"openapi": "3.0.3", "paths": {"/v1/a": {"post": {"responses": {"200": {"description": ""}}}}}}
SENT = {
    "method": "POST",
    "url": "https://a.example/v1/a?x=1",
    "headers": [{"name": "A", "value": "b"}],
    "postData": {"mimeType": "application/json", "text": '{"a": 1}', "params": [{"name": "p", "value": "q"}]},
}
GOT = {
    "status": 200,
    "headers": [{"name": "content-encoding", "value": "identity"}],
    "_chunks": [4, 5],
    "content": {"size": 9, "mimeType": "application/json", "text": '{"a": 1}', "encoding": ""},
}
KEPT = {"case": "x", "origin": "live", "source": "s", "note": "n", "spec_sha256": "a" * 64}
HAR = {"log": {"entries": [{"startedDateTime": "2026-01-01", "request": SENT, "response": GOT, "_recording": KEPT}]}}
CASSETTE = {
    "interactions": [
        {
            "request": {
                "method": "POST",
                "uri": "https://a.example/v1/a",
                "headers": {"A": ["b"]},
                "body": {"string": ""},
            },
            "response": {"status": {"code": 200}, "headers": {"B": "c"}, "body": {"base64_string": "e30="}},
            "recorded_at": "2026-01-01",
        }
    ]
}
HOSTILE = [
    *("1e999", "-1e999", "NaN", "-1", "0", "1.5", "1e308", "9" * 5000, "2e2", "99", "600", "null", "true", "[]", "{}"),
    *(
        '""',
        r'"\ud800"',
        r'"\udfff\ud800"',
        r'"\u0000"',
        r'"\r\nX: y"',
        r'"\u2028\u202e"',
        '"²"',
        '"POST /x"',
        '"post"',
    ),
    *('"http://[::1"', '"https://a.example:99999/v1/a"', '"//"', r'"https://a/v1/a?t=\ud800&u=%ff%fe%0d%0a"', '"gzip"'),
    *(r'"https://\ud800/v1/a"', '"https://a/v1/a b/ü"', '"text/event-stream"', '"base64"', '"multipart/form-data"'),
    *("[" * 500 + "]" * 500, '{"a":' * 300 + "1" + "}" * 300, '"' + "[" * 500 + "]" * 500 + '"', '"9999-99-99"'),
    *(r'{"name": "\ud800", "value": "\ud800"}', r'[{"name": "a\nb", "value": "c\rd"}]', "[1e999]", "[-5, 14]"),
    *(r'[{"name": "set-cookie", "value": "a=\ud800"}]', "[true, 8]", r'"\ud83d\ude00"', '{"code": 1e999}', "[[]]"),
]


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The places of all values in a value."""
    yield path
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in rows:
        yield from paths(each, (*path, key))


def taken_over(content: bytes, har: bool) -> int:
    """How many recordings a file gives, all of which can be written and read, and of which all can be shown."""
    imported = (read_har if har else read_cassette)(content, "file")
    found, _ = recordings_of(imported.exchanges, operation_of=lambda request: f"a.{request.method.lower()}")
    secrets = learnt(secrets_of({}), (Recording("", "", each.request, each.response) for each in imported.exchanges))
    clean = all_scrubbed(found, secrets, read_value(SPEC, "spec.json").document)
    for each in clean:
        read_recording(write_recording(each), "file", operation=each.operation, case=each.case)
    assert all(secrets.clean(problem.what).encode() and len(problem.what) < 400 for problem in imported.skipped)
    assert json.loads(write_har(clean, server="https://a.example"))
    return len(clean)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_any_value_anywhere_is_taken_over_or_told(data: st.DataObject) -> None:
    har = data.draw(st.booleans())
    value = copy.deepcopy(HAR if har else CASSETTE)
    hostile = data.draw(st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=3))
    for at in range(len(hostile)):
        path = data.draw(st.sampled_from([each for each in paths(value) if len(each) > 1]))
        owner: Any = value
        for step in path[:-1]:
            owner = owner[step]
        owner[path[-1]] = f"@{at}@"
    text = json.dumps(value)
    for at, each in enumerate(hostile):
        text = text.replace(f'"@{at}@"', each)
    try:
        assert taken_over(text.encode(), har) in (0, 1)
    except RecordingError as error:
        problems = error.problems
    else:
        problems = ()
    assert all(problem.what for problem in problems)


def test_an_entry_at_fault_leaves_the_others_alone() -> None:
    value: Any = copy.deepcopy(HAR)
    entries = value["log"]["entries"]
    entries += [copy.deepcopy(entries[0]) for _ in range(3)]
    entries[1]["response"]["status"] = float("inf")
    entries[2]["request"]["url"] = "https://a.example/v1/\ud800"
    assert taken_over(json.dumps(value).encode(), har=True) == 2


@pytest.mark.parametrize("levels", [150, 250, 900, 100_000])
def test_a_body_of_more_levels_than_can_be_walked_stays_text(levels: int) -> None:
    text = "[" * levels + "]" * levels
    body = body_of(text.encode(), "application/json")
    assert type(body).__name__ == ("JsonBody" if levels < 200 else "TextBody")


def test_aliases_of_a_cassette_are_not_printed_out() -> None:
    levels = "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 20)}]\n" for n in range(1, 12))
    entry = "- request: {{method: {0}, uri: {1}, headers: {{A: {2}}}}}\n  response: {{status: {{code: 200}}}}\n"
    entries = (
        ("GET", "https://a/", "*a11"),
        ("*a11", "https://a/", "b"),
        ("GET", "*a11", "b"),
        ("GET", "https://a/", "b"),
    )
    content = f"x:\n- &a0 x\n{levels}interactions:\n" + "".join(entry.format(*each) for each in entries)
    imported = read_cassette(content.encode(), "file")
    assert (len(imported.exchanges), len(imported.skipped)) == (1, 3)
