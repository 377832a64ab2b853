"""Recordings through a client of openapi-python-client: arguments of every kind, files, errors, and what is skipped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nemogen.client.openapi_python_client_engine.placement import place_operations
from nemogen.findings import Finding, Level
from nemogen.recordings.recording import BinaryBody, JsonBody, Recording, Request, Response
from nemogen.recordings.replay import replay
from tests.client.test_openapi_python_client_engine import built, put
from tests.naming.small import operation, prepared, properties, spec
from tests.recordings.samples import ANSWERED, ENDS, JSON_TYPE, chat, document, read, stream, thing

STRING = {"type": "string"}
FORM = b'--x\r\ncontent-disposition: form-data; name="n"\r\n\r\n3\r\n--x\r\ncontent-disposition: form-data; name="f"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n\x89PNG\r\n--x--\r\n'  # fmt: skip # noqa: E501


def replayed(value: Any, folder: Path, *recordings: Recording, edit: tuple[str, str, str] | None = None) -> Any:
    """The findings of a replay through the client of `value`, of which one module may be edited."""
    found = prepared(value)
    put(built(found), folder / "shop")
    if edit is not None:
        path, old, new = edit
        [file] = (folder / "shop").glob(path)
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))
    functions = {each.label: each.module for each in place_operations(found)}
    return replay(recordings, read(value), source=folder, module="shop", client="Shop", functions=functions, ends=ENDS)


def reported(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(each.id, each.message) for each in findings]


def test_what_holds_holds_and_what_the_client_cannot_show_is_a_note(tmp_path: Path) -> None:
    error = {"message": "no", "statusCode": 400}
    recordings = [chat("hello"), thing(), chat("bad", error, status=400), chat("down", error, status=500), stream()]
    [skipped] = replayed(document(), tmp_path, *recordings)
    assert (skipped.id, skipped.level) == ("replay-skipped", Level.NOTE)
    assert skipped.message.endswith("is not replayed by this engine: streams are not read as they arrive")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('"limit"', '"most"', "replay-request"),
        ('"method": "get"', '"method": "put"', "replay-request"),
        ("response.status_code == 200", "response.status_code == 201", "replay-round-trip"),
        ("status_code=HTTPStatus(response.status_code)", "status_code=HTTPStatus(202)", "replay-error"),
        ("def sync_detailed(", "def sync_details(", "replay-call"),
    ],
)
def test_a_client_that_differs_is_found(tmp_path: Path, old: str, new: str, rule: str) -> None:
    path = "api/default/get_*items*.py"
    assert rule in {name for name, _ in reported(replayed(document(), tmp_path, thing(), edit=(path, old, new)))}


def test_arguments_get_the_types_that_functions_want(tmp_path: Path) -> None:
    parameters = [
        {"name": "größe", "in": "path", "required": True, "schema": {"enum": ["klein"]}},
        {"name": "since", "in": "query", "schema": {**STRING, "format": "date-time"}},
        {"name": "day", "in": "query", "schema": {**STRING, "format": "date"}},
        {"name": "type", "in": "query", "schema": {"type": "string", "enum": ["a-b"]}},
        {"name": "X-Tags", "in": "header", "schema": {"type": "array", "items": STRING}},
        {"name": "client", "in": "query", "schema": {"type": "integer"}},
    ]
    answer = properties(at={**STRING, "format": "date-time"}, kind={"enum": ["a-b"]}, more={"type": "array"})
    value = spec({"/a/{größe}": {"get": operation(answer, parameters=parameters)}})
    query = {"since": ("2026-01-02T03:04:05+00:00",), "day": ("2026-01-02",), "type": ("a-b",), "client": ("3",)}
    request = Request("GET", "/a/klein", query, {"x-tags": ("one,two",)})
    body = JsonBody({"at": "2026-01-02T03:04:05Z", "kind": "a-b", "more": [1, {"x": None}]})
    recording = Recording("a.retrieve", "all", request, Response(200, JSON_TYPE, body), file="all.json")
    assert reported(replayed(value, tmp_path, recording)) == []


def test_files_are_sent_with_name_and_type(tmp_path: Path) -> None:
    form = properties(n={"type": "integer"}, f={**STRING, "format": "binary"})
    content = {"content": {"multipart/form-data": {"schema": form}}}
    value = spec({"/a": {"post": operation(properties(id=STRING), requestBody=content)}})
    headers = {"content-type": ("multipart/form-data; boundary=x",)}
    request = Request("POST", "/a", {}, headers, BinaryBody(FORM))
    recording = Recording(
        "a.create", "file", request, Response(200, JSON_TYPE, JsonBody({"id": "1"})), file="file.json"
    )
    assert reported(replayed(value, tmp_path, recording)) == []


def test_an_operation_that_the_client_lacks_is_reported(tmp_path: Path) -> None:
    found = prepared(document())
    put(built(found), tmp_path / "shop")
    [finding] = replay(
        [chat("x", ANSWERED)], read(document()), source=tmp_path, module="shop", client="S", functions={}
    )
    assert finding.message.endswith("the client has no such operation")
