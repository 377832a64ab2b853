"""What of a document the recordings show."""

from __future__ import annotations

import json

from nemogen.recordings.coverage import Coverage, measure
from nemogen.recordings.judge import judge
from nemogen.recordings.recording import Recording
from tests.recordings.samples import ANSWERED, ENDS, chat, document, read, stream, thing

RESPONSE = "response 200 application/json"


def coverage(*recordings: Recording) -> Coverage:
    spec = read(document())
    return measure(spec, judge(recordings, spec, ends=ENDS).seen, ends=ENDS)


def missing(*recordings: Recording) -> set[tuple[str, str]]:
    return {(item.kind, item.text or item.operation) for item in coverage(*recordings).missing}


def test_without_recordings_nothing_is_shown() -> None:
    empty = coverage()
    assert empty.share == 0
    assert {item.kind for item in empty.missing} == {
        "operation", "status", "media type", "parameter", "property", "enum value", "variant", "stream",
    }  # fmt: skip


def test_each_thing_that_a_recording_shows_is_no_longer_missing() -> None:
    shows = [
        (chat(), ("operation", "POST /v1/chat")),
        (chat("bad", {"message": "", "statusCode": 1}, status=400), ("status", "400")),
        (stream(), ("media type", "response 200: text/event-stream")),
        (thing(), ("parameter", "query.limit")),
        (chat(heat=1), ("property", "request application/json: heat")),
        (chat(), ("enum value", f'{RESPONSE}: choices[].finish = "stop"')),
        (chat(), ("variant", "request application/json: messages[]<user>")),
        (stream(), ("stream", "response 200 text/event-stream: end")),
        (
            chat("bad", {"message": "", "statusCode": 1}, status=429),
            ("property", "response 429 application/json: message"),
        ),
    ]
    for recording, item in shows:
        assert item in missing() - missing(recording), item


def test_what_was_not_shown_is_listed_once_and_not_all_that_is_in_it() -> None:
    table = coverage(chat(), stream(), thing()).table()
    assert "not shown: variant POST /v1/chat request application/json: messages[]<tool>" in table
    assert "messages[]<tool>.call" not in table
    assert f'not shown: enum value POST /v1/chat {RESPONSE}: choices[].finish = "length"' in table
    assert "not shown: property POST /v1/chat response 400 application/json" not in table


def test_a_property_that_came_only_as_null_is_shown() -> None:
    answer = {**ANSWERED, "choices": [{"text": "", "finish": "stop", "refusal": None}]}
    assert ("property", f"{RESPONSE}: choices[].refusal") not in missing(chat(answer=answer))


def test_counts_add_up_and_the_data_is_json() -> None:
    found = coverage(chat(), stream())
    data = json.loads(json.dumps(found.as_json()))
    assert sum(row["all"] for row in data["counts"]) == len(found.items)
    assert len(data["missing"]) == sum(row["all"] - row["shown"] for row in data["counts"])
    assert data["share"] == round(1 - len(data["missing"]) / len(found.items), 4)


def test_less_than_the_share_that_is_asked_for_is_a_finding() -> None:
    found = coverage(chat())
    assert found.finding(found.share, file="openapi.json") is None
    finding = found.finding(0.99, file="openapi.json")
    assert finding is not None
    assert finding.id == "recordings-not-covering"
    assert "less than 99.0%" in finding.message


def test_a_schema_in_a_circle_ends() -> None:
    spec = document()
    items = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}}}
    spec["components"] = {"schemas": {"Node": items}}
    content = spec["paths"]["/v1/items/{itemId}"]["get"]["responses"]["200"]["content"]["application/json"]
    content["schema"] = {"$ref": "#/components/schemas/Node"}
    places = [item.text for item in measure(read(spec), judge([], read(spec)).seen).items]
    assert f"{RESPONSE}: next" in places
