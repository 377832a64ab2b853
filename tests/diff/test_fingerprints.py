"""An approval is of one loss: no later loss has its fingerprint, and nothing that is no loss changes it."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.diff.compare import compare
from nemogen.findings import Finding, Level
from tests.diff.documents import document, holder, request, response

STRING: dict[str, Any] = {"type": "string"}


def losses(base: Any, revision: Any) -> list[Finding]:
    return [each for each in compare(base, revision) if each.level.rank <= Level.RISKY.rank]


def fingerprints(base: Any, revision: Any) -> set[str]:
    return {each.fingerprint for each in losses(base, revision)}


def kind(*names: str) -> dict[str, Any]:
    return {"type": "object", "properties": dict.fromkeys(names, STRING)}


CLOSED = {**kind("a"), "additionalProperties": False}
LISTS = [{"type": "array", "items": {"type": each}} for each in ("string", "integer", "boolean")]
VALUES = [{"type": "object", "additionalProperties": {"type": "string", "maxLength": each}} for each in (1, 2, 3)]
OTHER_LOSSES: list[tuple[Any, Any, Any]] = [
    ({"type": "array"}, LISTS[0], LISTS[1]),
    ({"type": "object"}, VALUES[0], VALUES[1]),
    (STRING, {**STRING, "not": {"const": "a"}}, {**STRING, "not": {"const": "b"}}),
    ({"not": {"const": "a"}}, {"not": {"const": "b"}}, {"not": {"const": "c"}}),
    ({"type": "array"}, {"type": "array", "contains": {"const": 1}}, {"type": "array", "contains": {"const": 2}}),
    (
        {"type": "object"},
        {"type": "object", "patternProperties": {"^a": STRING}},
        {"type": "object", "patternProperties": {"^a": {"type": "integer"}}},
    ),
    (STRING, {"oneOf": [kind("a"), kind("b")]}, {"oneOf": [kind("a"), kind("c")]}),
    (VALUES[0], {"oneOf": VALUES[:2]}, {"oneOf": [VALUES[0], VALUES[2]]}),
]


@pytest.mark.parametrize(("base", "first", "second"), OTHER_LOSSES)
def test_what_the_message_does_not_name_has_a_fingerprint_of_its_own(base: Any, first: Any, second: Any) -> None:
    one, other = (fingerprints(request(base), request(each)) for each in (first, second))
    assert one
    assert one.isdisjoint(other)


def test_each_of_several_lost_forms_without_a_name_has_a_fingerprint_that_stays() -> None:
    base = request({"oneOf": VALUES})
    fewer = [fingerprints(base, request({"oneOf": VALUES[:count]})) for count in (2, 1)]
    assert fewer[0]
    assert len(losses(base, request({"oneOf": [*VALUES[:1], STRING]}))) == 2
    (first,) = fewer[0]
    assert first not in fingerprints(base, request({"oneOf": VALUES[1:]}))


def test_a_finding_of_several_places_is_not_that_of_fewer() -> None:
    def of(*schemas: Any) -> dict[str, Any]:
        return request({"type": "object", "properties": dict(zip("pq", schemas, strict=True))})

    one = fingerprints(of(kind("a"), kind("a")), of(CLOSED, kind("a")))
    both = fingerprints(of(kind("a"), kind("a")), of(CLOSED, CLOSED))
    assert one.isdisjoint(both)


def test_a_finding_of_many_operations_is_not_that_of_others() -> None:
    def of(changed: str) -> dict[str, Any]:
        paths = {
            f"/{name}": request({"$ref": f"#/components/schemas/{'New' if name in changed else 'Old'}"})["paths"]["/x"]
            for name in "abcde"
        }
        return {**document(components={"schemas": {"Old": STRING, "New": {"type": "boolean"}}}), "paths": paths}

    assert fingerprints(of(""), of("abcd")).isdisjoint(fingerprints(of(""), of("bcde")))


def test_prose_order_and_place_change_no_fingerprint() -> None:
    base, revision = response(holder(STRING, required=True)), response({"type": "object"})
    (expected,) = fingerprints(base, revision)
    said = {
        **revision,
        "info": {"title": "Other words", "version": "1", "description": "More"},
        "tags": [{"name": "x"}],
    }
    moved = dict(reversed([*said.items()]))
    assert expected in fingerprints(base, moved)
    named = response({"$ref": "#/components/schemas/New"}, components={"schemas": {"New": {"type": "object"}}})
    assert expected in fingerprints(base, named)
