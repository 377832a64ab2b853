"""Overlay actions that make the spec true to the recordings; applied, they leave nothing to find."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.recordings.infer import infer
from nemogen.recordings.judge import judge
from nemogen.recordings.propose import json_path, literal, proposals, propose
from nemogen.recordings.recording import Recording
from nemogen.source.overlay import apply
from nemogen.source.overlay_file import read_overlay
from tests.recordings.samples import ANSWERED, CHUNKS, ENDS, chat, document, read, stream
from tests.recordings.upstream import REVISION, needs_upstream, recorded, revision

SCHEMA = "$.paths['/v1/chat'].post.responses['200'].content['application/json'].schema"
TOTAL = f"{SCHEMA}.properties.usage.properties.total"


def proposed(*recordings: Recording, spec: Any = None) -> list[tuple[str, Any]]:
    """Target and update (or "remove") of each action."""
    spec = spec or document()
    actions = proposals(judge(recordings, read(spec), ends=ENDS), spec)
    return [(action["target"], action.get("update", "remove")) for action in actions]


def corrected(recordings: list[Recording], spec: Any) -> Any:
    text = propose(judge(recordings, read(spec), ends=ENDS), spec)
    new, unused = apply(spec, read_overlay(text.encode(), "overlay.yaml"))
    assert unused == ()
    return new


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({**ANSWERED, "usage": {"total": 1}}, [(f"{SCHEMA}.properties.usage.required[?@ == 'cost']", "remove")]),
        ({**ANSWERED, "usage": {}}, [(f"{SCHEMA}.properties.usage.required", "remove")]),
        ({**ANSWERED, "id": None}, [(f"{SCHEMA}.properties.id", {"nullable": True})]),
        ({**ANSWERED, "kind": "question"}, [(f"{SCHEMA}.properties.kind.enum", "question")]),
        ({**ANSWERED, "usage": {"total": 1.5, "cost": 0}}, [(f"{TOTAL}.type", "number")]),
        ({**ANSWERED, "usage": {"total": -1, "cost": 0}}, [(f"{TOTAL}.minimum", "remove")]),
        ({**ANSWERED, "new": [{"a": None}, {"a": 1}]}, [(SCHEMA, {"properties": {"new": {
            "type": "array",
            "items": {"type": "object", "properties": {"a": {"type": "integer", "nullable": True}}},
        }}})]),
        ({**ANSWERED, "id": 7}, []),
    ],
)  # fmt: skip
def test_each_kind_of_deviation_has_its_action(answer: Any, expected: list[tuple[str, Any]]) -> None:
    assert proposed(chat(answer=answer)) == expected


def test_an_undocumented_status_is_proposed_with_the_shape_of_its_bodies() -> None:
    body = {"message": "gone", "statusCode": 404}
    assert proposed(chat("a", body, status=404), chat("b", {**body, "path": "/"}, status=404)) == [
        (
            "$.paths['/v1/chat'].post.responses",
            {
                "404": {
                    "description": "Status 404.",
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    "message": {"type": "string"},
                                    "statusCode": {"type": "integer"},
                                    "path": {"type": "string"},
                                },
                            }
                        }
                    },
                }
            },
        )
    ]


def test_a_reference_becomes_nullable_where_it_is_used_and_not_for_others() -> None:
    spec = document()
    schema = spec["paths"]["/v1/chat"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    spec["components"] = {"schemas": {"Usage": schema["properties"]["usage"]}}
    schema["properties"]["usage"] = {"$ref": "#/components/schemas/Usage"}
    recordings = [chat(answer={**ANSWERED, "usage": None})]
    new = corrected(recordings, spec)
    assert judge(recordings, read(new)).groups == ()
    assert new["components"] == spec["components"]


def test_null_is_spelt_as_openapi_3_1_has_it() -> None:
    spec = {**document(), "openapi": "3.1.0"}
    recordings = [chat(answer={**ANSWERED, "kind": None, "id": None})]
    new = corrected(recordings, spec)
    assert judge(recordings, read(new)).groups == ()
    properties = new["paths"]["/v1/chat"]["post"]["responses"]["200"]["content"]["application/json"]["schema"][
        "properties"
    ]
    assert properties["id"] == {"type": ["string", "null"]}
    assert properties["kind"] == {"type": ["string", "null"], "enum": ["answer", None]}


def test_only_what_an_api_really_did_counts_and_never_a_wrong_request() -> None:
    made_up = replace(chat(answer={**ANSWERED, "id": None}), origin="written")
    assert proposed(made_up, chat(heat=7)) == []
    assert propose(judge([made_up], read(document())), document()) == ""


def test_each_action_says_why_in_a_text_that_yaml_and_a_terminal_bear() -> None:
    spec = document()
    text = propose(judge([chat(answer={**ANSWERED, "kind": "\x1b[31m': {"})], read(spec)), spec)
    [action] = yaml.safe_load(text)["actions"]
    assert "once in chat.completions.create/hello" in action["description"]
    assert "\x1b" not in text
    assert action["update"] == "\x1b[31m': {"


def test_a_stream_is_corrected_by_what_its_chunks_are() -> None:
    recordings = [
        stream("s", [*CHUNKS, {"id": "a", "delta": {}}, {"id": "a", "delta": {"text": None}, "finish": None}])
    ]
    assert judge(recordings, read(corrected(recordings, document())), ends=ENDS).groups == ()


@given(st.lists(st.text(max_size=4), min_size=1, max_size=4))
def test_a_path_selects_the_one_node_that_its_pointer_means(names: list[str]) -> None:
    from jsonpath_rfc9535 import find

    from nemogen.pointer import join

    value: Any = "here"
    for name in reversed(names):
        value = [{name: value}]
    pointer = "".join(join("/0", name) for name in names)
    assert find(json_path(pointer, value), value).values() == ["here"]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=5))
def test_a_literal_of_a_filter_is_the_text(text: str) -> None:
    from jsonpath_rfc9535 import find

    assert find(f"$[?@ == {literal(text)}]", [text, text + "x"]).values() == [text]


values: st.SearchStrategy[Any] = st.recursive(
    st.sampled_from([None, True, 1, 2.5, "a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=6,
)


@settings(max_examples=200)
@given(st.lists(values, min_size=1, max_size=4))
def test_an_inferred_schema_admits_all_that_it_was_made_of(samples: list[Any]) -> None:
    schema = infer(samples, openapi="3.1")
    assert all(jsonschema.Draft202012Validator(schema).is_valid(sample) for sample in samples)


@needs_upstream
def test_what_upstream_really_answered_is_proposed_and_leaves_nothing_to_find() -> None:
    spec, recordings = revision(REVISION), recorded()
    operation = "$.paths['/v1/chat/completions'].post.responses['200'].content"
    chunk, answer = f"{operation}['text/event-stream'].schema", f"{operation}['application/json'].schema"
    choice = f"{chunk}.properties.choices.items"
    expected: list[tuple[str, Any]] = [
        (f"{choice}.required[?@ == 'finish_reason']", "remove"),
        (f"{choice}.properties.finish_reason", {"nullable": True}),
        (f"{choice}.properties.delta.required[?@ == 'role']", "remove"),
        (f"{choice}.properties.delta.properties.content", {"nullable": True}),
        (f"{answer}.properties.meta.properties.usage.required", "remove"),
        (answer, {"properties": {"system_fingerprint": {"type": "string", "nullable": True}}}),
        (
            f"{answer}.properties.choices.items.properties.message",
            {"properties": {"reasoning": {"type": "string", "nullable": True}}},
        ),
        (f"{answer}.properties.choices.items", {"properties": {"native_finish_reason": {"type": "string"}}}),
    ]
    found = proposed(*recordings, spec=spec)
    assert [action for action in expected if action not in found] == []
    assert judge(recordings, read(corrected(recordings, spec))).groups == ()
