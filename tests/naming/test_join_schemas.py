from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from nemogen.canonical import CanonicalSchema
from nemogen.canonical_json import write_canonical
from nemogen.naming.join_schemas import join_schemas
from tests.canonical_nodes import node
from tests.naming.small import properties, ref

STRING = {"type": "string"}
NUMBER = {"type": "number"}
NULL = {"type": "null"}


def texts(*values: str) -> dict[str, Any]:
    return {"type": "string", "enum": [*values]}


def array(items: Any, **bounds: int) -> dict[str, Any]:
    return {"type": "array", "items": items, **bounds}


def kind(value: str, **more: Any) -> dict[str, Any]:
    return {**properties(kind=texts(value), **more), "required": ["kind"]}


def union(*variants: Any, **more: Any) -> dict[str, Any]:
    return {"anyOf": [*variants], **more}


def tagged(name: str, **mapping: str) -> dict[str, Any]:
    return {
        "propertyName": name, "mapping": {tag: f"#/components/schemas/{each}" for tag, each in mapping.items()},
    }  # fmt: skip


A, B = properties(a=STRING), properties(b=STRING)
JOINED = {
    "same": (STRING, {**STRING, "description": "Other prose."}, STRING),
    "properties": (properties(a=STRING, b=STRING), properties(a=STRING, c=NUMBER), properties(
        a=STRING, b=STRING, c=NUMBER)),
    "required": (
        {**properties(a=STRING, b=STRING), "required": ["a", "b"]}, {**properties(a=STRING), "required": ["a"]},
        {**properties(a=STRING, b=STRING), "required": ["a"]},
    ),
    "values": (texts("a", "c"), texts("b", "a"), texts("a", "b", "c")),
    "values and any": (texts("a"), STRING, STRING),
    "any and values": (STRING, texts("a"), STRING),
    "bounds": ({**STRING, "minLength": 1, "maxLength": 2}, {**STRING, "minLength": 1, "maxLength": 3}, {
        **STRING, "minLength": 1}),
    "other bounds": ({**STRING, "minLength": 1}, {**STRING, "minLength": 2}, STRING),
    "items": (array(texts("a"), minItems=1), array(texts("b"), minItems=2), array(texts("a", "b"))),
    "others": (
        {"type": "object", "additionalProperties": texts("a")}, {"type": "object", "additionalProperties": texts("b")},
        {"type": "object", "additionalProperties": texts("a", "b")},
    ),
    "others of one": ({**A, "additionalProperties": texts("a")}, A, A),
    "variants": (union(STRING, A), union(STRING, properties(a=STRING, b=STRING)), union(
        STRING, properties(a=STRING, b=STRING))),
    "variant more": (union(STRING, A), union(STRING, A, NUMBER), union(STRING, A, NUMBER)),
    "variant less": (union(STRING, A, NUMBER), union(STRING, A), union(STRING, A, NUMBER)),
    "variants or null": (union(STRING, NUMBER), union(STRING, NULL), union(STRING, NUMBER, NULL)),
    "variants by tag": (
        union(kind("a"), kind("b")), union(kind("b", x=STRING), kind("a", y=STRING)),
        union(kind("a", y=STRING), kind("b", x=STRING)),
    ),
    "variants without a tag": (
        union(A, kind("x")), union(properties(a=STRING, b=STRING), kind("y")),
        union(A, kind("x"), properties(a=STRING, b=STRING), kind("y")),
    ),
    "tags": (
        union(ref("A"), ref("B"), discriminator=tagged("kind", a="A", b="B")),
        union(ref("A"), ref("B"), ref("C"), discriminator=tagged("kind", c="C", a="Z")),
        union(ref("A"), ref("B"), ref("C"), discriminator=tagged("kind", c="C", a="A", b="B")),
    ),
    "tags of one": (
        union(ref("A"), ref("B")), union(ref("A"), ref("C"), ref("B"), discriminator=tagged("kind", c="C")),
        union(ref("A"), ref("B"), ref("C"), discriminator=tagged("kind", c="C")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", JOINED)
def test_what_either_takes_is_taken_by_both_together(name: str) -> None:
    one, other, joined = JOINED[name]
    found = join_schemas(node(one), node(other))
    assert found is not None
    assert write_canonical(found) == write_canonical(node(joined))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (STRING, NUMBER),
        (STRING, {**STRING, "format": "date"}),
        (ref("A"), ref("B")),
        (ref("A"), properties(a=STRING)),
        (properties(a=STRING), ref("A")),
        (union(STRING, NUMBER), STRING),
        (STRING, union(STRING, NUMBER)),
        (A, B),
        (A, {"type": "object"}),
        ({"type": "object"}, A),
        (kind("a"), kind("b")),
        (properties(a=STRING, b=STRING), properties(a=NUMBER, b=STRING)),
        ({**A, "additionalProperties": STRING}, {**A, "additionalProperties": NUMBER}),
        (array(STRING), array(NUMBER)),
        ({"type": "array", "prefixItems": [STRING]}, array(STRING)),
        (array(STRING), {"type": "array", "prefixItems": [STRING]}),
        (union(STRING, A), union(STRING, NUMBER)),
        (union(STRING, A), union(STRING, B)),
        (
            union(ref("A"), ref("B"), discriminator=tagged("kind", a="A")),
            union(ref("A"), ref("C"), ref("B"), discriminator=tagged("sort", a="A")),
        ),
    ],
)
def test_what_contradicts_is_not_joined(one: Any, other: Any) -> None:
    assert join_schemas(node(one), node(other)) is None


def test_the_prose_of_the_first_stays_and_a_closed_object_is_closed_where_both_are() -> None:
    def closed(is_closed: bool, **named: Any) -> CanonicalSchema:
        return replace(node(properties(**named)), is_closed=is_closed)

    both, one, none = (
        join_schemas(closed(first, a=STRING), closed(second, a=STRING, b=STRING))
        for first, second in ((True, True), (True, False), (False, False))
    )
    assert both is not None
    assert one is not None
    assert none is not None
    assert (both.is_closed, one.is_closed, none.is_closed) == (True, False, False)
    joined = join_schemas(node({**texts("a"), "description": "First."}), node({**texts("b"), "description": "Second."}))
    assert joined is not None
    assert joined.description == "First."
