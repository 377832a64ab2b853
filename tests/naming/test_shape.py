from __future__ import annotations

from dataclasses import replace
from typing import Any

from nemogen.canonical import CanonicalSchema, Discriminator, NamingFacts
from nemogen.naming.shape import digest
from tests.canonical_nodes import node
from tests.naming.small import properties

STRING = {"type": "string"}


def shape(schema: dict[str, Any]) -> str:
    return digest(node(schema))


def test_prose_defaults_names_and_order_are_no_part_of_a_shape() -> None:
    plain = {**properties(a=STRING, b={"type": "integer"}), "required": ["a", "b"]}
    reported = node(
        {
            "required": ["b", "a"],
            **properties(b={"type": "integer", "default": 5}, a={**STRING, "description": "Why.", "deprecated": True}),
        }
    )
    facts = NamingFacts(name="N", title="T", pointer="/a", is_request_view=True)
    assert shape(plain) == digest(replace(reported, facts=facts, is_closed=True))


def test_a_property_that_is_called_description_is_part_of_a_shape() -> None:
    assert shape(properties(description=STRING)) != shape(properties())
    assert shape(properties(title=STRING)) != shape(properties(default=STRING))


def test_bounds_and_requirements_are_part_of_a_shape() -> None:
    assert shape(STRING) != shape({**STRING, "minLength": 1})
    assert shape(properties(a=STRING)) != shape({**properties(a=STRING), "required": ["a"]})


def test_a_shape_is_what_names_toml_has_of_it() -> None:
    whole = {**properties(a=STRING, b={"type": "array", "items": {}}), "required": ["b", "a"]}
    assert shape(whole) == "e6651f7a7588ed72"
    union = CanonicalSchema(
        any_of=(CanonicalSchema(reference="at /a"), CanonicalSchema(reference="at /b")),
        discriminator=Discriminator("kind", {"x": "at /a", "y": "at /b", "z": "at /a"}),
    )
    assert digest(union) == "9e603eeda31e471e"
