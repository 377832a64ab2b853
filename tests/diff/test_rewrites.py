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


def _references(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with a `$ref` that is a text, at any depth."""
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value
        for each in [*value.values()]:
            yield from _references(each)
    elif isinstance(value, list):
        for each in value:
            yield from _references(each)


class Rewriting(Respelling):
    """As `Respelling`, with rewrites that change the structure of schemas: each keeps which values are valid."""

    def document(self, raw: dict[str, Any]) -> dict[str, Any]:
        """The whole document, rewritten."""
        made = super().document(copy.deepcopy(raw))
        for rewrite in (self._parameters_of_the_path, self._media_types, self._names, self._inline):
            if self._random.random() < 0.3:
                rewrite(made)
        return made

    def _parameters_of_the_path(self, made: dict[str, Any]) -> None:
        """What an operation takes is said for its path."""
        for item in made["paths"].values():
            found = item["post"].pop("parameters", None)
            if found is not None:
                item["parameters"] = found

    def _media_types(self, made: dict[str, Any]) -> None:
        operation = made["paths"]["/x"]["post"]
        for part in (operation.get("requestBody", {}), *operation["responses"].values()):
            if "application/json" in part.get("content", {}):
                other = self._random.choice(["Application/JSON", "application/json "])
                part["content"] = {other: part["content"]["application/json"]}

    def _names(self, made: dict[str, Any]) -> None:
        """Components have other names."""
        schemas = made["components"]["schemas"]
        renamed = {f"#/components/schemas/{name}": f"#/components/schemas/Other{name}" for name in schemas}
        made["components"]["schemas"] = {f"Other{name}": schema for name, schema in schemas.items()}
        for reference in _references(made):
            reference["$ref"] = renamed[reference["$ref"]]

    def _inline(self, made: dict[str, Any]) -> None:
        """Some references have what they lead to in their place."""
        schemas = made["components"]["schemas"]
        for reference in [*_references(made["paths"])]:
            target = schemas[reference["$ref"].rpartition("/")[2]]
            if len(reference) == 1 and not [*_references(target)] and self._random.random() < 0.5:
                reference.clear()
                reference.update(copy.deepcopy(target))

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
        yield self._values_twice
        yield self._no_bound
        yield self._part_that_says_it_again
        yield self._closed_by_another_word
        yield self._booleans_as_values
        yield self._null_branch

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
        if "unevaluatedProperties" in made:
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

    def _values_twice(self, made: dict[str, Any]) -> dict[str, Any] | None:
        key = self._random.choice(["enum", "required"])
        return {**made, key: [*made[key], made[key][0]]} if made.get(key) and isinstance(made[key], list) else None

    def _no_bound(self, made: dict[str, Any]) -> dict[str, Any] | None:
        kind = made.get("type")
        if not isinstance(kind, str):
            return None
        nothing: dict[str, dict[str, Any]] = {
            "string": {"minLength": 0},
            "integer": {"multipleOf": 1},
            "array": {"minItems": 0, "uniqueItems": False},
            "object": {"minProperties": 0, "patternProperties": {}},
        }
        return {**nothing.get(kind, {}), **made}

    def _part_that_says_it_again(self, made: dict[str, Any]) -> dict[str, Any] | None:
        kind = made.get("type")
        if not isinstance(kind, str) or "unevaluatedProperties" in made:
            return None
        return {"allOf": [{"type": kind}, made] if self._random.random() < 0.5 else [made, {"description": "Words"}]}

    def _closed_by_another_word(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if made.get("additionalProperties") is not False or "allOf" in made:
            return None
        rest = {key: value for key, value in made.items() if key != "additionalProperties"}
        word = self._random.choice(["unevaluatedProperties", "additionalProperties"])
        return {**rest, word: False if word.startswith("u") else {"not": {}}}

    def _booleans_as_values(self, made: dict[str, Any]) -> dict[str, Any] | None:
        return {**made, "enum": [True, False]} if made.get("type") == "boolean" else None

    def _null_branch(self, made: dict[str, Any]) -> dict[str, Any] | None:
        kind = made.get("type")
        if not isinstance(kind, list) or "null" not in kind or "enum" in made:
            return None
        (name,) = [each for each in kind if each != "null"]
        return {"anyOf": [{**made, "type": name}, {"type": "null"}]}

    def _variant_twice(self, made: dict[str, Any]) -> dict[str, Any] | None:
        if set(made) != {"anyOf"}:
            return None
        return {"anyOf": [*made["anyOf"], copy.deepcopy(self._random.choice(made["anyOf"]))]}
