from __future__ import annotations

from nemogen.naming.shape import digest
from tests.naming.small import properties

STRING = {"type": "string"}


def test_prose_defaults_names_and_order_are_no_part_of_a_shape() -> None:
    plain = {**properties(a=STRING, b={"type": "integer"}), "required": ["a", "b"]}
    told = {
        "title": "T",
        "required": ["b", "a"],
        "x-nemogen-origin": "/a",
        "x-nemogen-name": "N",
        **properties(b={"type": "integer", "default": 5}, a={**STRING, "description": "Why.", "deprecated": True}),
    }
    assert digest(plain) == digest(told)


def test_a_property_that_is_called_description_is_part_of_a_shape() -> None:
    assert digest(properties(description=STRING)) != digest(properties())
    assert digest(properties(title=STRING)) != digest(properties(default=STRING))


def test_bounds_and_requirements_are_part_of_a_shape() -> None:
    assert digest(STRING) != digest({**STRING, "minLength": 1})
    assert digest(properties(a=STRING)) != digest({**properties(a=STRING), "required": ["a"]})
