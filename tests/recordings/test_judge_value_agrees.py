"""What is valid here is what a validator that others wrote calls valid, for any schema and value."""

from __future__ import annotations

from typing import Any

import jsonschema
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from nemogen.findings import Direction
from nemogen.openapi.read_document import read_value
from nemogen.openapi.visit import reach
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.violation import ValuePath

Strategy = st.SearchStrategy[Any]

names = st.sampled_from(["a", "b", "c"])
few = st.integers(0, 2)
keywords: dict[str, Strategy] = {
    "type": st.sampled_from(
        ["string", "integer", "number", "boolean", "object", "array", "null", ["string", "null"], ["integer", "object"]]
    ),
    "enum": st.lists(st.sampled_from(["a", 1, 1.0, True, None, [], [1], {"a": 1}, 0, False]), min_size=1, max_size=3),
    "const": st.sampled_from(["a", 1, True, None, [1], {"a": 1.0}, 0]),
    "minimum": few,
    "maximum": few | st.just(1.5),
    "exclusiveMinimum": few,
    "exclusiveMaximum": st.integers(0, 3),
    "multipleOf": st.sampled_from([1, 2, 0.5, 0.01]),
    "minLength": few,
    "maxLength": few,
    "pattern": st.sampled_from(["^a", "b$"]),
    "minItems": few,
    "maxItems": few,
    "uniqueItems": st.booleans(),
    "minContains": few,
    "maxContains": few,
    "required": st.lists(names, unique=True, max_size=2),
    "dependentRequired": st.dictionaries(names, st.lists(names, unique=True, max_size=2), max_size=2),
    "minProperties": few,
    "maxProperties": few,
}
values: Strategy = st.recursive(
    st.sampled_from([None, True, False, 0, 1, 1.0, 2.5, -1, "", "a", "ab", "\N{CLOUD WITH RAIN}"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=6,
)


def extended(inner: Strategy) -> Strategy:
    inner = inner | st.booleans() | st.sampled_from([{"$ref": "#/$defs/x"}, {"$ref": "#/$defs/x", "type": "string"}])
    several = st.lists(inner, min_size=1, max_size=3)
    more = {
        "properties": st.dictionaries(names, inner, max_size=2),
        "additionalProperties": inner,
        "patternProperties": st.dictionaries(st.sampled_from(["^c", "b"]), inner, max_size=1),
        "items": inner,
        "prefixItems": several,
        "contains": inner,
        "allOf": several,
        "anyOf": several,
        "oneOf": several,
        "not": inner,
        "if": inner,
        "then": inner,
        "else": inner,
        "propertyNames": inner,
        "dependentSchemas": st.dictionaries(names, inner, max_size=1),
    }
    return st.fixed_dictionaries({}, optional={**keywords, **more})


simple = st.fixed_dictionaries({}, optional=keywords)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(values, st.recursive(simple, extended, max_leaves=5), simple)
def test_valid_is_what_jsonschema_calls_valid(value: Any, schema: Any, other: Any) -> None:
    """For schemas that the reader takes at their word, without repairs."""
    document: dict[str, Any] = {"$defs": {"x": other}, "allOf": [schema]}
    components = {"schemas": {"root": {"$id": "urn:root", **document}}}
    read = read_value({"openapi": "3.1.0", "paths": {}, "components": components}, "openapi.json")
    [node] = read.document.component_schemas.values()
    found = ValueJudge(read.document).judge(value, node, Direction.RESPONSE, ValuePath())
    for _ in reach(read.document, [node]):
        pass
    assume(not read.findings)
    broken = [violation for violation in found if violation.kind != "undeclared"]
    assert (broken == []) == jsonschema.Draft202012Validator(document).is_valid(value)
    assert "unusable-schema" not in {violation.kind for violation in broken}
