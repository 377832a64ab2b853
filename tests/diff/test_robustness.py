"""No input of any shape makes it fall: there are findings, or an error of ours."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.diff.compare import compare
from nemogen.diff.rules import RULES
from tests.diff.documents import cases, document, request, response
from tests.diff.respelling import documents
from tests.diff.upstream import files, load, needs_upstream

WORDS = ("openapi", "paths", "/x", "post", "parameters", "name", "in", "schema", "$ref", "type", "properties", "items")
KEYS = st.sampled_from(
    (*WORDS, "required", "enum", "allOf", "responses", "200", "content", "application/json", "security")
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.sampled_from(["3.0.3", "#", "#/paths", "object", ""]),
    st.text(max_size=5),
)
JUNK = st.recursive(
    SCALARS, lambda kids: st.one_of(st.lists(kids, max_size=4), st.dictionaries(KEYS, kids, max_size=5)), max_leaves=20
)


@given(JUNK, JUNK)
@settings(max_examples=300, deadline=None)
def test_any_two_json_values_can_be_compared(base: Any, revision: Any) -> None:
    judge(base, revision)


def broken(raw: Any, chance: random.Random, rate: float) -> Any:
    """The value with parts dropped and with parts of another type, by chance."""
    if chance.random() < rate:
        return chance.choice([None, [], {}, 7, "text", True, {"$ref": "#/nowhere"}, {"$ref": "#"}, [raw], {"a": raw}])
    if isinstance(raw, dict):
        return {key: broken(value, chance, rate) for key, value in raw.items() if chance.random() > rate / 2}
    return [broken(item, chance, rate) for item in raw] if isinstance(raw, list) else raw


def judge(base: Any, revision: Any) -> None:
    """Compare: whatever the two are, what comes out are findings of rules that there are, with words of their own."""
    for finding in compare(base, revision):
        assert finding.id in RULES
        assert finding.message
        assert "{" not in RULES[finding.id].message.format(what="", value="", old="", new="")


@given(documents(), st.integers(), st.sampled_from([0.02, 0.1, 0.3]))
@settings(max_examples=200, deadline=None)
def test_a_document_with_broken_parts_can_be_compared(base: dict[str, Any], seed: int, rate: float) -> None:
    made = broken(base, random.Random(seed), rate)
    judge(base, made)
    judge(made, base)


@pytest.mark.parametrize("seed", range(12))
def test_every_case_with_broken_parts_can_be_compared(seed: int) -> None:
    chance = random.Random(seed)
    for case in cases("documents").values():
        base, revision = document(**case["base"]), document(**case["revision"])
        judge(broken(base, chance, 0.05), broken(revision, chance, 0.05))


FILLED = document(
    {
        "tags": ["a"],
        "x-stability-level": "beta",
        "x-sunset": "9999-01-01",
        "deprecated": True,
        "operationId": "a",
        "servers": [{"url": "https://{r}.example.com", "variables": {"r": {"default": "a", "enum": ["a"]}}}],
        "security": [{"k": ["read"]}],
        "parameters": [{"name": "p", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}}],
        "callbacks": {"c": {"{$url}": {"post": {"responses": {"200": {"description": "ok"}}}}}},
        "responses": {
            "200": {"description": "ok", "links": {"l": {"operationId": "a"}}, "headers": {"h": {"schema": {}}}}
        },
    },
    components={
        "securitySchemes": {"k": {"type": "oauth2", "flows": {"password": {"tokenUrl": "a", "scopes": {"read": "r"}}}}}
    },
    tags=[{"name": "a"}],
)


@given(st.integers(), st.sampled_from([0.03, 0.1]))
@settings(max_examples=300, deadline=None)
def test_every_part_of_an_operation_may_be_broken(seed: int, rate: float) -> None:
    made = broken(FILLED, random.Random(seed), rate)
    judge(FILLED, made)
    judge(made, FILLED)


@needs_upstream
@pytest.mark.parametrize("path", files("mistral-nemo/*.json"), ids=lambda path: str(path.stem))
def test_a_real_document_with_broken_parts_can_be_compared(path: Any) -> None:
    raw = load(path)
    raw = {key: value for key, value in raw.items() if key != "components"} if path.stat().st_size > 10**6 else raw
    for seed in range(3):
        made = broken(raw, random.Random(seed), 0.003)
        judge(raw, made)


@needs_upstream
@pytest.mark.parametrize("path", files("mistral-nemo/*.json")[:3], ids=lambda path: str(path.stem))
def test_a_real_document_that_was_cut_and_repaired_can_be_compared(path: Any) -> None:
    text = path.read_text()
    for cut in range(1, len(text), len(text) // 40):
        try:
            made = json.loads(text[:cut] + "null" + "}" * (text[:cut].count("{") - text[:cut].count("}")))
        except ValueError:
            made = text[:cut]
        judge(load(path), made)


def nested(depth: int) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    for _ in range(depth):
        schema = {"type": "object", "properties": {"p": schema}}
    return request(schema)


def test_deep_schemas_are_compared_without_recursion() -> None:
    base, revision = nested(150), nested(150)
    revision["openapi"] = "3.0.3"
    assert [finding.id for finding in compare(base, revision)] == ["openapi-version-changed"]


def too_deep() -> Any:
    bottom: Any = []
    for _ in range(100_000):
        bottom = [bottom]
    return bottom


def test_a_document_that_is_too_deep_is_a_finding() -> None:
    base, revision = ({**document(), "x-a": too_deep()} for _ in range(2))
    assert [finding.id for finding in compare(base, revision)] == ["document-too-deep"]


def test_a_value_that_is_too_deep_is_a_fault() -> None:
    findings = compare(request({}), request({"default": too_deep()}))
    assert [finding.id for finding in findings] == ["document-part-malformed"]


def test_schemas_that_refer_to_each_other_end() -> None:
    ring = {
        f"S{index}": {"properties": {"next": {"$ref": f"#/components/schemas/S{(index + 1) % 500}"}}}
        for index in range(500)
    }
    base = request({"$ref": "#/components/schemas/S0"}, components={"schemas": ring})
    changed = {**ring, "S250": {**ring["S250"], "required": ["next"]}}
    revision = request({"$ref": "#/components/schemas/S0"}, components={"schemas": changed})
    assert [finding.id for finding in compare(base, revision)] == ["request-property-became-required"]


def test_words_of_a_document_cannot_steer_a_terminal() -> None:
    evil = "a\x1b[31m\n\u202eb"
    base = request({"properties": {evil: {"type": "string"}}})
    messages = [finding.message for finding in compare(base, request({"enum": [evil], "properties": {}}))]
    assert messages
    assert all(message.isprintable() for message in messages)


def parts(count: int, *, moved: bool) -> dict[str, Any]:
    """An answer whose parts declare a property each; `moved`: the second property stands in the first part."""
    declared: list[dict[str, Any]] = [{f"p{index}": {"type": "string"}} for index in range(count)]
    if moved:
        declared[0] |= declared[1]
        declared[1] = {}
    return response({"allOf": [{"type": "object", "properties": each} for each in declared]})


@pytest.mark.parametrize("count", [201, 1000])
def test_a_property_that_moved_among_many_parts_is_not_removed(count: int) -> None:
    assert compare(parts(count, moved=False), parts(count, moved=True)) == ()
    assert compare(parts(count, moved=True), parts(count, moved=False)) == ()


def test_an_all_of_of_too_many_parts_is_said_to_be_not_examined() -> None:
    found = compare(parts(2500, moved=False), parts(2500, moved=True))
    assert [each.id for each in found] == ["document-part-malformed"]
    assert "not examined" in found[0].message
    assert compare(parts(2500, moved=False), parts(2500, moved=False)) == ()
