"""Makes documents, and writes a document in another way that means the same."""

from __future__ import annotations

import os
import random
from typing import Any

from hypothesis import strategies as st

from tests.diff.documents import document

EXAMPLES = int(os.environ.get("NEMOGEN_EXAMPLES", "80"))
"""How many examples the laws on rewritten documents are tried on: few in each run, 10,000 before a release."""

NAMES = st.sampled_from(["a", "b", "c", "d/e", "f~g", "h"])
TYPES = ("string", "integer", "number", "boolean")
SHUFFLED = ("required", "enum", "type", "anyOf", "oneOf", "allOf")


def _scalars(*, nullable: bool = True) -> st.SearchStrategy[dict[str, Any]]:
    found = (
        st.fixed_dictionaries({"type": st.sampled_from(TYPES)}),
        st.fixed_dictionaries(
            {"type": st.just("string"), "enum": st.lists(st.sampled_from("xyz"), min_size=1, unique=True)}
        ),
        st.fixed_dictionaries(
            {"type": st.just("integer"), "minimum": st.integers(0, 9), "maximum": st.integers(10, 20)}
        ),
        st.fixed_dictionaries({"type": st.just("string"), "maxLength": st.integers(1, 9), "pattern": st.just("^a")}),
        st.fixed_dictionaries({"type": st.just("string"), "nullable": st.just(True)}),
    )
    return st.one_of(found if nullable else found[:-1])


def _holders(kids: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    properties = st.dictionaries(NAMES, kids, max_size=4)
    objects = properties.flatmap(
        lambda found: st.fixed_dictionaries(
            {
                "type": st.just("object"),
                "properties": st.just(found),
                "required": st.lists(st.sampled_from(sorted(found)), unique=True) if found else st.just([]),
            },
            optional={"additionalProperties": st.booleans(), "description": st.just("Words")},
        )
    )
    return st.one_of(objects, st.fixed_dictionaries({"type": st.just("array"), "items": kids}))


def _outline(schema: dict[str, Any]) -> tuple[Any, ...]:
    """What variants that mean the same have in common, whether they allow null or not."""
    names = sorted(schema.get("properties", {}))
    return schema.get("type", "union"), "enum" in schema, "maxLength" in schema, "minimum" in schema, *names


def _unions(kids: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    several = st.lists(kids, min_size=2, max_size=3)
    unions = st.builds(lambda found: {"anyOf": found}, several)
    # A value meets exactly one variant of a oneOf: where one is there twice, that allows nothing, and nobody means it.
    distinct = st.lists(kids, min_size=2, max_size=3, unique_by=_outline)
    exclusive = st.builds(lambda found: {"oneOf": found}, distinct)
    return st.one_of(unions, exclusive)


schemas = st.recursive(_scalars(), lambda kids: st.one_of(_holders(kids), _unions(kids)), max_leaves=12)
"""Schemas in the notation of OpenAPI 3.0."""

simple_schemas = st.recursive(_scalars(nullable=False), _holders, max_leaves=12)
"""Schemas that Swagger 2.0 has as well: no unions, and null nowhere."""


@st.composite
def documents(draw: st.DrawFn, schemas: st.SearchStrategy[dict[str, Any]] = schemas) -> dict[str, Any]:
    """Documents in OpenAPI 3.0 with one operation, some of whose schemas are components, recursive ones too."""
    shared = draw(schemas)
    body = draw(schemas)
    answer = draw(schemas)
    tree = {
        "type": "object",
        "properties": {"kids": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}, "own": shared},
    }
    properties = {"own": body, "tree": {"$ref": "#/components/schemas/Tree"}}
    operation = {
        "parameters": [
            {"name": "X-Own", "in": "header", "schema": draw(_scalars(nullable=False))},
            {"name": "limit", "in": "query", "required": draw(st.booleans()), "schema": draw(_scalars(nullable=False))},
        ],
        "requestBody": {"content": {"application/json": {"schema": {"type": "object", "properties": properties}}}},
        "responses": {
            "200": {
                "description": "ok",
                "headers": {"X-Rest": {"schema": draw(_scalars(nullable=False))}},
                "content": {"application/json": {"schema": answer}},
            },
            "404": {"description": "missing"},
        },
        "tags": ["b", "a"],
    }
    servers = [{"url": "https://api.example.com/v1"}]
    return {"servers": servers, **document(operation, components={"schemas": {"Tree": tree}}), "openapi": "3.0.3"}


class Respelling:
    """Rewrites a document of OpenAPI 3.0 as one of 3.1 that means the same, by chance."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._hoisted: dict[str, Any] = {}

    def document(self, raw: dict[str, Any]) -> dict[str, Any]:
        """The whole document."""
        made = self._shuffled({key: self._part(key, value) for key, value in raw.items()})
        components = dict(made.get("components", {}))
        components["schemas"] = {**components.get("schemas", {}), **self._hoisted}
        return {**made, "components": components, "openapi": "3.1.1"}

    def _part(self, key: str, value: Any) -> Any:
        if key == "schemas" and isinstance(value, dict):
            return {name: self._schema(schema) for name, schema in value.items()}
        if key == "schema":
            return self._schema(value)
        if key == "name" and value == "X-Own":
            return self._random.choice(["x-own", "X-OWN", value])
        if isinstance(value, dict):
            return self._shuffled({name: self._part(name, kid) for name, kid in value.items()})
        return [self._part("", item) for item in value] if isinstance(value, list) else value

    def _schema(self, raw: Any) -> Any:
        if not isinstance(raw, dict):
            return raw
        made = {key: self._keyword(key, value) for key, value in raw.items() if key != "nullable"}
        for key in SHUFFLED:
            if isinstance(made.get(key), list):
                self._random.shuffle(made[key])
        made = self._shuffled(self._noted(made))
        if raw.get("nullable"):
            made = self._random.choice([self._null_in_type, self._null_beside])(made)
        return self._random.choice([self._same, self._same, self._same, self._wrapped, self._hoisted_as_reference])(
            made
        )

    def _keyword(self, key: str, value: Any) -> Any:
        if key == "properties":
            return self._shuffled({name: self._schema(kid) for name, kid in value.items()})
        if key in ("items", "additionalProperties"):
            return self._schema(value)
        if key in ("oneOf", "anyOf", "allOf"):
            return [self._schema(kid) for kid in value]
        if isinstance(value, int) and not isinstance(value, bool):
            return self._random.choice([value, float(value)])
        return list(value) if isinstance(value, list) else value

    def _noted(self, made: dict[str, Any]) -> dict[str, Any]:
        """Words that say nothing."""
        empty = {"uniqueItems": False, "readOnly": False, "minLength": 0, "deprecated": False}
        key = self._random.choice(list(empty))
        return {**made, key: empty[key]} if "$ref" not in made and key not in made else made

    def _null_in_type(self, made: dict[str, Any]) -> dict[str, Any]:
        return {**made, "type": self._random.choice([[made["type"], "null"], ["null", made["type"]]])}

    def _null_beside(self, made: dict[str, Any]) -> dict[str, Any]:
        return {self._random.choice(["oneOf", "anyOf"]): [made, {"type": "null"}]}

    def _wrapped(self, made: dict[str, Any]) -> dict[str, Any]:
        return {self._random.choice(["oneOf", "anyOf", "allOf"]): [made]}

    def _hoisted_as_reference(self, made: dict[str, Any]) -> dict[str, Any]:
        name = f"Hoisted{len(self._hoisted)}"
        self._hoisted[name] = made
        return {"$ref": f"#/components/schemas/{name}"}

    def _same(self, made: dict[str, Any]) -> dict[str, Any]:
        return made

    def _shuffled(self, made: dict[str, Any]) -> dict[str, Any]:
        keys = list(made)
        self._random.shuffle(keys)
        return {key: made[key] for key in keys}
