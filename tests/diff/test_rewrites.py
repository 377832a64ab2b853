"""Rewrites that keep the meaning, composed by chance over generated documents, and one real change among them."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.diff.compare import compare
from nemogen.findings import Direction, Finding, Level
from tests.diff.documents import cases, document, in_every_scope
from tests.diff.respelling import EXAMPLES, documents, schemas, simple_schemas
from tests.diff.rewriting import Rewriting, words
from tests.diff.swagger import as_swagger


def above_docs(findings: tuple[Finding, ...]) -> list[tuple[Level, Direction]]:
    return [(each.level, each.direction) for each in findings if each.level.rank < Level.DOCS.rank]


@given(documents(), st.integers())
@settings(max_examples=EXAMPLES, deadline=None)
def test_rewrites_composed_by_chance_give_nothing_above_docs(base: dict[str, Any], seed: int) -> None:
    revision = Rewriting(seed).document(base)
    assert above_docs(compare(base, revision)) == []
    assert above_docs(compare(revision, base)) == []


@given(documents(simple_schemas), st.integers())
@settings(max_examples=EXAMPLES // 2, deadline=None)
def test_swagger_2_rewritten_as_openapi_3_gives_nothing_above_docs(base: dict[str, Any], seed: int) -> None:
    swagger = as_swagger(base)
    assert above_docs(compare(swagger, base)) == []
    assert above_docs(compare(swagger, Rewriting(seed).document(base))) == []


PAIRS = [
    pair
    for pairs in (
        *([(document(**case["base"]), document(**case["revision"]))] for case in cases("documents").values()),
        *(in_every_scope(case) for case in cases("schemas").values()),
    )
    for pair in pairs
    if not {*words([*pair])} & {"discriminator", "$ref"}
]
"""Pairs of documents that show every rule. What a component is called is the value of its discriminator, and a
reference may lead nowhere: such pairs are not rewritten."""


@given(st.sampled_from(PAIRS), st.integers())
@settings(max_examples=EXAMPLES, deadline=None)
def test_what_is_found_does_not_depend_on_how_the_revision_is_written(
    pair: tuple[dict[str, Any], dict[str, Any]], seed: int
) -> None:
    base, revision = pair
    assert kinds(base, Rewriting(seed).document(revision)) == kinds(base, revision)


def kinds(base: dict[str, Any], revision: dict[str, Any]) -> set[tuple[Level, Direction]]:
    """What is found: how much it matters, and to whom."""
    found = compare(base, revision, today=datetime.date(2026, 11, 22))
    return {(each.level, each.direction) for each in found if each.level.rank < Level.DOCS.rank}


Change = tuple[dict[str, Any], dict[str, Any], Level, Level]
"""A schema before and after, and the level of the change in a request and in a response."""

B, R, A = Level.BREAKING, Level.RISKY, Level.ADDITIVE
CHANGES: list[Change] = [
    ({"type": "integer"}, {"type": "string"}, B, B),
    ({"type": "integer"}, {"type": "number"}, A, B),
    ({"type": "string"}, {"type": "string", "maxLength": 7}, B, A),
    ({"type": "integer", "minimum": 3}, {"type": "integer", "minimum": 2}, A, B),
    ({"type": "integer"}, {"type": "integer", "minimum": 16}, B, A),
    ({"type": "string", "enum": ["x", "y"]}, {"type": "string", "enum": ["x", "y", "w"]}, A, R),
    ({"type": "string", "enum": ["x", "y"]}, {"type": "string", "enum": ["x"]}, B, R),
    ({"type": "string"}, {"type": "string", "nullable": True}, A, B),
    ({"type": "string", "nullable": True}, {"type": "string"}, B, A),
    ({"type": "object", "properties": {"n": {"type": "string"}}},
     {"type": "object", "properties": {"n": {"type": "string"}}, "required": ["n"]}, B, A),
    ({"type": "array", "items": {"type": "string"}}, {"type": "array", "items": {"type": "boolean"}}, B, B),
    ({"anyOf": [{"type": "string", "maxLength": 3}, {"type": "integer", "minimum": 4}]},
     {"anyOf": [{"type": "string", "maxLength": 3}, {"type": "integer", "minimum": 4}, {"type": "boolean"}]}, A, R),
    ({"type": "object", "additionalProperties": {"type": "string"}},
     {"type": "object", "additionalProperties": {"type": "integer"}}, B, B),
]  # fmt: skip


@given(schemas, schemas, st.sampled_from(CHANGES), st.booleans(), st.integers())
@settings(max_examples=EXAMPLES, deadline=None)
def test_one_change_among_rewrites_is_found_exactly(
    beside: dict[str, Any], other: dict[str, Any], change: Change, is_request: bool, seed: int
) -> None:
    before, after, in_request, in_response = change
    base, revision = (_around(schema, beside, other, is_request=is_request) for schema in (before, after))
    found = above_docs(compare(base, Rewriting(seed).document(revision)))
    direction = Direction.REQUEST if is_request else Direction.RESPONSE
    assert found == [(in_request if is_request else in_response, direction)]


def _around(
    schema: dict[str, Any], beside: dict[str, Any], other: dict[str, Any], *, is_request: bool
) -> dict[str, Any]:
    """A document of OpenAPI 3.0 with a schema in its request or its response, and others beside it."""
    changed = {"type": "object", "properties": {"changed": schema, "beside": beside}}
    same = {"type": "object", "properties": {"same": other}}
    sent, given_back = (changed, same) if is_request else (same, changed)
    operation = {
        "requestBody": {"content": {"application/json": {"schema": sent}}},
        "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": given_back}}}},
    }
    return {**document(operation), "openapi": "3.0.3"}
