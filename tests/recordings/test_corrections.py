"""A new spec, and what the recordings say of it."""

from __future__ import annotations

from nemogen.diff.compare import compare
from nemogen.findings import Direction, Level
from nemogen.recordings.corrections import explain, judge_both
from tests.recordings.samples import CHUNKS, ENDS, chat, document, read, stream

RESPONSE = "response 200 application/json"


def test_a_new_spec_that_refuses_what_the_api_answers_is_distinguished_from_a_correction() -> None:
    new = document()
    properties = new["paths"]["/v1/chat"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    properties["required"] = ["id", "choices", "usage", "kind"]
    del properties["properties"]["usage"]["required"]
    recordings = [chat(answer={"id": "a", "choices": [], "usage": {"total": 1}})]
    worse, better = judge_both(recordings, read(document()), read(new), files=("pin.json", "new.json"))
    assert (worse.id, worse.level) == ("spec-rejects-response", Level.ERROR)
    reported = f"{RESPONSE}: kind is missing, though required (string) (once in hello)"
    assert worse.message == f"the new spec rejects what the API responds: {reported}"
    assert worse.base is None
    assert worse.revision is not None
    assert (better.id, better.level) == ("spec-corrected", Level.NOTE)
    assert "usage.cost is missing" in better.message
    assert better.base is not None
    assert better.base.file == "pin.json"


def test_two_equal_documents_change_nothing() -> None:
    assert judge_both([chat(answer={})], read(document()), read(document()), files=("a", "b")) == ()


def test_a_breaking_change_that_says_what_the_api_always_did_is_a_correction() -> None:
    new = document()
    chunk = new["paths"]["/v1/chat"]["post"]["responses"]["200"]["content"]["text/event-stream"]["schema"]
    chunk["required"] = ["id"]
    chunk["properties"]["finish"]["nullable"] = True
    recordings = [
        stream("s", [*CHUNKS, {"id": "a", "delta": CHUNKS[0]["delta"], "finish": None}, {"id": "a", **CHUNKS[0]}])
    ]
    chunks = [{"id": "a", "delta": CHUNKS[0]["delta"]}]
    recordings.append(stream("t", chunks))
    changes = [found for found in compare(document(), new) if found.direction is Direction.RESPONSE]
    verdicts = judge_both(recordings, read(document()), read(new), files=("base", "revision"), ends=ENDS)
    levels = {(found.id, found.key.rsplit(" ", 1)[-1]): found.level for found in explain(changes, verdicts)}
    assert levels == {
        ("response-property-became-optional", "finish"): Level.RISKY,
        ("response-property-became-nullable", "finish"): Level.RISKY,
        ("response-property-became-optional", "delta"): Level.BREAKING,
    }
    [reported] = [
        found.message for found in explain(changes, verdicts) if found.key.endswith(" finish") and "null" in found.id
    ]
    assert reported.endswith(": a correction of the spec, 1 recording of the API had it so before")
