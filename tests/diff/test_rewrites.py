"""Rewrites that keep the meaning, composed by chance over generated documents, and one real change among them."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.diff.compare import compare
from nemogen.findings import Direction, Finding, Level
from tests.diff.documents import document
from tests.diff.respelling import Respelling, documents, schemas


def above_docs(findings: tuple[Finding, ...]) -> list[tuple[Level, Direction]]:
    return [(each.level, each.direction) for each in findings if each.level.rank < Level.DOCS.rank]


@given(documents(), st.integers())
@settings(max_examples=150, deadline=None)
def test_rewrites_composed_by_chance_give_nothing_above_docs(base: dict[str, Any], seed: int) -> None:
    revision = Rewriting(seed).document(base)
    assert above_docs(compare(base, revision)) == []
    assert above_docs(compare(revision, base)) == []


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
    ({"type": "string", "enum": ["x", "y"]}, {"type": "string", "enum": ["x"]}, B, A),
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
@settings(max_examples=150, deadline=None)
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


class Rewriting(Respelling):
    """As `Respelling`, with rewrites that change the structure of schemas: each keeps which values are valid."""

    def document(self, raw: dict[str, Any]) -> dict[str, Any]:
        """The whole document, rewritten."""
        return super().document(copy.deepcopy(raw))

    def _schema(self, raw: Any) -> Any:
        made = super()._schema(raw)
        if not isinstance(made, dict):
            return made
        fitting = [rewrite for rewrite in self._rewrites() if rewrite(copy.deepcopy(made)) is not None]
        for rewrite in self._random.sample(fitting, min(len(fitting), self._random.choice([0, 0, 1, 2]))):
            made = rewrite(copy.deepcopy(made)) or made
        return made

    def _rewrites(self) -> Iterator[Callable[[dict[str, Any]], dict[str, Any] | None]]:
        yield self._values_as_union
        yield self._union_in_union
        yield self._base_class
        yield self._exclusive_bounds
        yield self._keyword_of_another_type
        yield self._open_in_so_many_words
        yield self._annotated
        yield self._variant_twice

    def _values_as_union(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if set(made) - {"type", "enum"} or not isinstance(made.get("enum"), list):
            return None
        return {self._random.choice(["oneOf", "anyOf"]): [{"const": value} for value in made["enum"]]}

    def _union_in_union(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if set(made) != {"anyOf"} or len(made["anyOf"]) < 2:
            return None
        inner: dict[str, Any] = {"anyOf": made["anyOf"][:-1]}
        if self._random.random() < 0.5:
            inner = self._hoisted_as_reference(inner)
        return {"anyOf": [inner, made["anyOf"][-1]]}

    def _base_class(self, made: dict[str, Any]) -> dict[str, Any] | None:
        names = list(made.get("properties", {}))
        if made.get("type") != "object" or not names or made.get("additionalProperties", True) is not True:
            return None
        cut = self._random.randrange(len(names))
        base = {"type": "object", "properties": {name: made["properties"][name] for name in names[:cut]}}
        rest = {**made, "properties": {name: made["properties"][name] for name in names[cut:]}}
        return {"allOf": [self._random.choice([self._same, self._hoisted_as_reference])(base), rest]}

    def _exclusive_bounds(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if made.get("type") != "integer" or "minimum" not in made:
            return None
        rest = {key: value for key, value in made.items() if key != "minimum"}
        return {**rest, "exclusiveMinimum": made["minimum"] - 1}

    def _keyword_of_another_type(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if made.get("type") not in ("integer", "number", "boolean"):
            return None
        return {**made, self._random.choice(["maxLength", "minItems", "maxProperties"]): self._random.randrange(9)}

    def _open_in_so_many_words(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if made.get("type") != "object" or "additionalProperties" in made:
            return None
        return {**made, "additionalProperties": self._random.choice([True, {}, {"description": "Any"}])}

    def _annotated(self, made: dict[str, Any]) -> dict[str, Any] | None:
        return {**made, self._random.choice(["description", "title", "x-a"]): "Words"}

    def _variant_twice(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if set(made) != {"anyOf"}:
            return None
        return {"anyOf": [*made["anyOf"], copy.deepcopy(self._random.choice(made["anyOf"]))]}
