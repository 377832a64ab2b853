"""Recordings against a document: what is broken, where, how often, and in which of them."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from nemogen.errors import Location
from nemogen.findings import Direction, Finding, Level
from nemogen.recordings.judge import judge, judge_age
from nemogen.recordings.recording import JsonBody, Recording, Request, StreamBody, TextBody
from tests.recordings.samples import ANSWERED, CHUNKS, ENDS, JSON_TYPE, chat, document, read, stream, thing

RESPONSE = "response 200 application/json"


def findings(*recordings: Recording, strict: bool = False) -> tuple[Finding, ...]:
    return judge(recordings, read(document()), ends=ENDS).findings(file="openapi.json", strict=strict)


def reported(*recordings: Recording) -> list[tuple[str, str]]:
    """Level and message of each finding, the message without how often."""
    return [(finding.level.value, finding.message.rsplit(" (", 1)[0]) for finding in findings(*recordings)]


def answer(**changes: Any) -> dict[str, Any]:
    return {**deepcopy(ANSWERED), **changes}


def test_what_the_document_allows_gives_no_finding() -> None:
    assert findings(chat(), stream(), thing(), chat("bad", {"message": "no", "statusCode": 400}, status=400)) == ()


@pytest.mark.parametrize(
    ("recording", "expected"),
    [
        (chat(answer=answer(usage={"total": 1})), "usage.cost is missing, though required (number)"),
        (chat(answer=answer(id=None)), "id is null, though it must be string"),
        (chat(answer=answer(id=7)), "id is integer, though it must be string"),
        (chat(answer=answer(kind="question")), 'kind is "question", outside of enum ["answer"]'),
        (chat(answer=answer(usage={"total": -1, "cost": 0})), "usage.total is -1, outside of minimum 0"),
        (chat(status=404), "the spec does not define the status 404 (200, 400, 429)"),
        (chat(body=TextBody("<html>")), '"<html>" is not valid JSON, though the spec says so'),
    ],
)
def test_a_broken_answer_is_an_error(recording: Recording, expected: str) -> None:
    [(level, message)] = reported(recording)
    assert level == "error"
    assert message.split(": ", 1)[1] == expected


def test_an_undocumented_media_type_is_broken() -> None:
    recording = chat(body=TextBody("hi"))
    response = replace(recording.response, headers={"content-type": ("text/plain; charset=utf-8",)})
    [(level, message)] = reported(replace(recording, response=response))
    assert level == "error"
    assert message.endswith(
        '"text/plain; charset=utf-8", which the spec does not define (application/json, text/event-stream)'
    )


def test_undeclared_members_pass_unless_strict_and_are_reported_with_their_types() -> None:
    recordings = [chat("a", answer(extra=1)), chat("b", answer(extra="x")), chat("c")]
    [loose] = findings(*recordings)
    [often] = findings(*(chat(case, answer(extra=1)) for case in "abcde"))
    assert often.message.endswith("(5 times in 5 of 5 recordings: a, b, c and 2 more)")
    [strict] = findings(*recordings, strict=True)
    assert (loose.level, strict.level) == (Level.NOTE, Level.ERROR)
    reported = f"{RESPONSE}: extra is present (integer or string), but the spec does not declare it"
    assert loose.message == f"{reported} (2 times in 2 of 3 recordings: a, b)"


def test_a_value_of_several_variants_is_no_error_if_strict() -> None:
    spec = document()
    body = spec["paths"]["/v1/chat"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    body["properties"]["messages"]["items"] = {"oneOf": [{}, {"type": "object"}]}
    [found] = judge([chat()], read(spec), ends=ENDS).findings(file="openapi.json", strict=True)
    assert (found.id, found.level) == ("recording-ambiguous", Level.NOTE)


def test_a_place_is_reported_once_with_how_often_and_where() -> None:
    choices = [{"text": "a", "finish": None}, {"text": "b", "finish": None}]
    [finding] = findings(chat("a", answer(choices=choices)), chat("b", answer(choices=choices[:1])), chat("c"))
    assert finding == Finding(
        "recording-null",
        Level.ERROR,
        f"{RESPONSE}: choices[].finish is null, though it must be string (3 times in 2 of 3 recordings: a, b)",
        area="recordings",
        direction=Direction.RESPONSE,
        operation="POST /v1/chat",
        key=f"{RESPONSE} choices[].finish",
        revision=Location("openapi.json", finding.revision.pointer if finding.revision else ""),
        locations=(
            Location("recordings/chat.completions.create/a.json", "/response/body/json/choices/0/finish"),
            Location("recordings/chat.completions.create/b.json", "/response/body/json/choices/0/finish"),
        ),
        count=3,
    )
    assert finding.revision is not None
    assert finding.revision.pointer.endswith("schema/properties/choices/items/properties/finish")


def test_each_event_of_a_stream_is_judged_up_to_its_end() -> None:
    chunks = [*CHUNKS, {"id": "a1", "delta": {}}, {"id": "a1", "delta": {"text": "x"}, "finish": None}]
    recording = stream("s", chunks)
    assert isinstance(recording.response.body, StreamBody)
    after = StreamBody((*recording.response.body.chunks, b"data: after the end\n\n"))
    whole = replace(recording, response=replace(recording.response, body=after))
    assert [(finding.id, finding.key.split(" ", 3)[3], finding.count) for finding in findings(whole)] == [
        ("recording-missing", "delta.role", 2),
        ("recording-missing", "delta.text", 1),
        ("recording-missing", "finish", 1),
        ("recording-null", "finish", 1),
    ]
    assert findings(whole)[0].locations[0].pointer == "/response/body/stream/2"


def test_an_error_event_and_broken_json_in_a_stream_are_reported_as_such() -> None:
    chunks = (b'data: {"error": {"message": "over"}}\n\n', b"data: {\n\n")
    found = findings(chat("s", body=StreamBody(chunks), stream=True))
    assert [finding.id for finding in found] == ["recording-not-json", "recording-error-event"]
    assert ": event is an error that the spec does not define: {" in found[1].message


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (b'event: error\ndata: {"oops": 1}\n\n', {"recording-error-event"}),
        (b'event: error\ndata: ["oops"]\n\n', {"recording-error-event"}),
        (b'event: chunk\ndata: {"error": 1}\n\n', {"recording-error-event"}),
        (b'event: chunk\ndata: ["error"]\n\n', {"recording-type"}),
        (b"event: error\ndata: " + json.dumps(CHUNKS[0]).encode() + b"\n\n", set()),
    ],
)
def test_an_event_is_an_error_by_its_name_or_its_member_where_it_does_not_fit(event: bytes, expected: set[str]) -> None:
    assert {finding.id for finding in findings(chat("s", body=StreamBody((event,)), stream=True))} == expected


def test_a_request_is_judged_too_but_not_where_the_api_refused_it() -> None:
    wrong = chat(messages=[], heat=3, unknown=1)
    assert [(finding.id, finding.direction) for finding in findings(wrong)] == [
        ("recording-bound", Direction.REQUEST),
        ("recording-bound", Direction.REQUEST),
        ("recording-undeclared", Direction.REQUEST),
    ]
    assert findings(chat("bad", {"message": "", "statusCode": 400}, status=400, messages=[])) == ()


def test_parameters_are_read_by_type_and_judged() -> None:
    request = Request("GET", "/base/v1/items/1", {"limit": ("0",), "more": ("x",)})
    assert [finding.message.split(" (")[0] for finding in findings(replace(thing(), request=request))] == [
        "request: query.limit is 0, outside of minimum 1",
        "request: query.more is present",
    ]
    wrong = replace(request, query={"limit": ("many",)})
    assert findings(replace(thing(), request=wrong))[0].id == "recording-type"


def test_a_request_that_no_operation_takes_is_reported() -> None:
    lost = replace(chat(), request=Request("POST", "/base/v9/chat", {}, JSON_TYPE, JsonBody({})))
    [finding] = findings(lost)
    assert finding.id == "recording-operation"
    assert "of another API" in finding.help
    assert '"/base/v9/chat"' in finding.message


def test_approvals_hang_on_what_a_finding_is_about_and_not_on_its_wording_or_number() -> None:
    one = findings(chat("a", answer(kind="x")))
    two = findings(chat("b", answer(kind="x")), chat("c", answer(kind="x")), chat("d"))
    other = findings(chat("a", answer(kind="y")))
    assert one[0].fingerprint == two[0].fingerprint != other[0].fingerprint


def test_only_live_recordings_age() -> None:
    old = replace(chat("old"), recorded=date(2026, 1, 1))
    young = replace(chat("young"), recorded=date(2026, 1, 3))
    dateless = replace(chat("dateless"), recorded=None)
    written = replace(chat("written"), origin="written", recorded=None)
    found = judge_age([old, young, dateless, written], max_age_days=30, today=date(2026, 2, 1))
    assert [finding.key.split("/")[1] for finding in found] == ["old", "dateless"]


@pytest.mark.parametrize("paths", [{}, {"/v1/chat": 1}, {"/v1/chat": {"post": {"responses": 3, "parameters": [1]}}}])
def test_a_document_that_is_malformed_breaks_nothing(paths: dict[str, Any]) -> None:
    broken = {"openapi": "3.0.3", "paths": paths}
    assert {finding.level for finding in judge([chat()], read(broken)).findings(file="x")} <= {Level.ERROR, Level.NOTE}


def test_a_value_with_thousands_of_levels_is_reported_and_does_not_end_the_run() -> None:
    deep: Any = "x"
    for _ in range(5000):
        deep = [deep]
    spec = document()
    items = {"items": {"$ref": "#/components/schemas/Deep"}}
    spec["components"] = {"schemas": {"Deep": items}}
    content = spec["paths"]["/v1/chat"]["post"]["responses"]["200"]["content"]["application/json"]
    content["schema"] = items
    assert [group.violation.kind for group in judge([chat(answer=deep)], read(spec)).groups] == ["depth"]
