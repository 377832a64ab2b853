"""Levels against validation: a change that refuses a request, or lets a response be what it was not, is a loss.

Every two of some schemas are compared, and every value of some is validated by both with another implementation of
JSON Schema. Where a value distinguishes them to the harm of callers, the diff has to say so.
"""

from __future__ import annotations

from itertools import permutations
from typing import Any

import jsonschema_rs
import pytest

from nemogen.change_policy import ChangePolicy
from nemogen.diff.compare import compare
from nemogen.findings import Finding, Level
from tests.diff.documents import request, response

STRING: dict[str, Any] = {"type": "string"}
A_STRING: dict[str, Any] = {"type": "object", "properties": {"a": STRING}}
SCHEMAS: list[dict[str, Any]] = [
    STRING,
    {"type": "string", "maxLength": 2},
    {"type": "string", "enum": ["a", "b"]},
    {"const": "a"},
    {"enum": ["a", 1]},
    {"type": ["string", "integer"], "minimum": 2},
    {"type": ["integer", "null"]},
    {"type": "integer", "minimum": 1},
    {"type": "number", "exclusiveMaximum": 2},
    {"type": "array", "items": STRING},
    {"type": "array", "items": {"type": "integer"}, "minItems": 1},
    {"type": "array", "prefixItems": [STRING, {"type": "integer"}]},
    {"type": "array", "prefixItems": [STRING], "items": False},
    A_STRING,
    {**A_STRING, "required": ["a"]},
    {**A_STRING, "additionalProperties": {"type": "integer"}},
    {"type": "object", "required": ["a"]},
    {"type": "object", "additionalProperties": STRING},
    {"oneOf": [STRING, {"type": "integer"}]},
    {"anyOf": [{"type": "string", "maxLength": 2}, {"type": "array"}]},
    {"not": STRING},
    {"not": {"const": "a"}},
]
VALUES: list[Any] = [
    *(None, True, 0, 1, 2, 1.5, "", "a", "b", "abc"),
    *([], ["a"], ["a", "a"], ["a", 1], [1], [1, "a"], [None]),
    *({}, {"a": "a"}, {"a": 1}, {"a": "a", "b": 1}, {"b": 1}, {"b": "x"}),
]
MILDER: dict[str, str] = {
    "new-optional-request-property": "who sent it undeclared is not thought of",
    "request-property-removed": "it is sent in vain, as oasdiff has it",
    "prefix-items": "oasdiff takes the positions behind the last one for closed",
    "response-optional-property": "optional properties come and go, as oasdiff has it",
    "response-required-property-added": "responses may grow",
    "additional-properties-opened": "responses may grow",
    "enum": "readers are told to be ready for other values where enums are open",
    "any-of-added": "as oasdiff has it",
}
"""Parts of rule ids that are less than breaking on purpose, though validation distinguishes both sides."""


def _accepted(schema: dict[str, Any]) -> list[bool]:
    validator = jsonschema_rs.Draft202012Validator(schema)
    return [validator.is_valid(value) for value in VALUES]


ACCEPTED = [_accepted(schema) for schema in SCHEMAS]


def _is_milder(findings: tuple[Finding, ...]) -> bool:
    return any(part in finding.id for finding in findings for part in MILDER)


@pytest.mark.parametrize("around", [request, response])
def test_no_value_that_tells_two_schemas_apart_to_the_harm_of_callers_is_missed(around: Any) -> None:
    documents = [around(schema) for schema in SCHEMAS]
    missed = []
    for left, right in permutations(range(len(SCHEMAS)), 2):
        before, after = (left, right) if around is request else (right, left)
        harms = any(was and not is_ for was, is_ in zip(ACCEPTED[before], ACCEPTED[after], strict=True))
        found = compare(documents[left], documents[right], policy=ChangePolicy(enums="closed"))
        if harms and found[0].level is not Level.BREAKING and not _is_milder(found):
            missed.append((SCHEMAS[left], SCHEMAS[right], [finding.id for finding in found]))
    assert missed == []


HARMLESS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (STRING, {"type": ["string", "integer"], "minimum": 2}),
    ({"type": "array", "items": STRING}, {"not": STRING}),
    ({"const": "a"}, {"type": "string", "maxLength": 2}),
    ({"enum": ["a", 1]}, {"type": ["string", "integer"], "maxLength": 2, "minimum": 1}),
    ({"const": "b"}, {"not": {"const": "a"}}),
    ({"not": {}}, {"type": "string", "minLength": 1}),
    ({"not": {}}, {"enum": ["a"]}),
    ({"anyOf": [{**A_STRING, "required": ["a"]}, {"type": "object", "required": ["b"]}]}, {"type": "object"}),
    ({"type": "array", "items": STRING}, {"type": "array", "items": STRING, "prefixItems": [STRING]}),
]


@pytest.mark.parametrize(("narrow", "wide"), HARMLESS)
def test_what_accepts_all_that_was_accepted_breaks_no_sender(narrow: Any, wide: Any) -> None:
    assert all(each.level is not Level.BREAKING for each in compare(request(narrow), request(wide)))


def test_a_property_that_was_required_without_being_declared_is_not_newly_required() -> None:
    base = {"type": "object", "required": ["b"]}
    revision = {**base, "properties": {"b": {}}}
    assert [each.id for each in compare(request(base), request(revision))] == ["new-optional-request-property"]


@pytest.mark.parametrize(("narrow", "wide"), HARMLESS)
def test_what_gives_no_more_than_it_gave_breaks_no_reader(narrow: Any, wide: Any) -> None:
    found = compare(response(wide), response(narrow))
    assert all(each.level is not Level.BREAKING for each in found)


@pytest.mark.parametrize(
    ("keyword", "rule"),
    [("unevaluatedProperties", "unevaluated-properties"), ("unevaluatedItems", "unevaluated-items")],
)
def test_a_constraint_is_called_as_it_is_written(keyword: str, rule: str) -> None:
    kind = {"type": "object" if keyword == "unevaluatedProperties" else "array"}
    plain, held = kind, {**kind, keyword: STRING}
    assert [each.id for each in compare(request(plain), request(held))] == [f"request-body-{rule}-added"]
    (removed,) = compare(response(held), response(plain))
    assert (removed.id, removed.level) == (f"response-body-{rule}-removed", Level.BREAKING)
