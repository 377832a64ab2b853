from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.naming.small import properties, read, ref

STRING = {"type": "string"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
KEYWORDS = st.sampled_from(["properties", "required", "enum", "type", "minimum", "maxLength", "oneOf", "allOf", "$ref"])


def merged(*members: Any, **beside: Any) -> tuple[dict[str, Any], list[str]]:
    return read({"allOf": list(members), **beside})


def test_properties_and_requirements_of_all_members_come_together_in_their_order() -> None:
    first = {**properties(a=STRING), "required": ["a"]}
    second = {**properties(b=STRING), "required": ["b", "a"]}
    found, problems = merged(first, second)
    assert list(found["properties"]) == ["a", "b"]
    assert found["required"] == ["a", "b"]
    assert problems == []


def test_members_inside_members_keep_their_order() -> None:
    found, _ = merged({"allOf": [properties(a=STRING), properties(b=STRING)], **properties(c=STRING)})
    assert list(found["properties"]) == ["a", "b", "c"]


def test_the_tighter_bound_and_the_common_values_count() -> None:
    bounds = {"type": "number", "minimum": 2, "maximum": 9}
    assert merged({"minimum": 1, "maximum": 9}, {"minimum": 2, "maximum": 10})[0] == bounds
    assert merged({"enum": ["a", "b"]}, {"enum": ["b", "c"]})[0] == {"type": "string", "enum": ["b"]}


def test_what_stands_beside_wins() -> None:
    member = {**STRING, "description": "Of the member."}
    assert merged(member, description="Of all.")[0] == {**STRING, "description": "Of all."}


def test_a_property_of_two_members_is_both() -> None:
    schema = {"allOf": [properties(a={"type": "string", "minLength": 2}), properties(a={"maxLength": 5})]}
    assert read(schema)[0] == properties(a={"type": "string", "minLength": 2, "maxLength": 5})


def test_members_that_contradict_each_other_are_reported() -> None:
    assert merged({"type": "string"}, {"type": "integer"}) == ({"type": "integer"}, ["all-of-unmerged"])
    first, second = ({"oneOf": [properties(**{name: STRING}), STRING]} for name in "ab")
    assert merged(first, second)[1] == ["all-of-unmerged"]


def test_a_member_that_contains_itself_is_left_out() -> None:
    schemas = {"A": {"allOf": [ref("A"), properties(a=STRING)]}}
    found, ids = read({"allOf": [ref("A"), properties(b=STRING)]}, schemas)
    assert list(found["properties"]) == ["a", "b"]
    assert ids == ["all-of-unmerged"]


def test_a_referenced_member_does_not_lend_its_prose() -> None:
    schemas = {"A": {**properties(a=STRING), "description": "Of A.", "title": "A"}}
    assert "description" not in read({"allOf": [ref("A"), properties(b=STRING)]}, schemas)[0]


@given(st.lists(JSON | st.dictionaries(KEYWORDS, JSON)), st.dictionaries(KEYWORDS, JSON))
def test_members_of_any_kind_are_merged_without_an_exception(members: list[Any], beside: dict[str, Any]) -> None:
    assert isinstance(merged(*members, **beside)[0], dict)
