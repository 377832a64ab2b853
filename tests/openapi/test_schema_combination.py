from __future__ import annotations

from dataclasses import fields, replace

import pytest

from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import NO_ANNOTATIONS, Annotations
from nemogen.openapi.schema_combination import laid_over
from tests.openapi.schemas import REF_A, read_one

OUTER = Annotations(
    "Outer", "Outer text.", 1, (1,), True, True, True, "OuterName", "https://outer", "outer", {"name": "o"}, {"x-a": 1}
)
INNER = Annotations(
    "Inner", "Inner text.", 2, (2,), True, True, True, "InnerName", "https://inner", "inner", {"name": "i"}, {"x-b": 2}
)


def test_what_a_schema_says_of_itself_goes_before_what_the_one_in_it_says() -> None:
    both = laid_over(OUTER, INNER)
    assert both == replace(OUTER, extensions={"x-a": 1, "x-b": 2})
    assert laid_over(Annotations(extensions={"x-b": 1}), INNER) == replace(INNER, extensions={"x-b": 1})
    for field in fields(Annotations):
        alone = replace(NO_ANNOTATIONS, **{field.name: getattr(OUTER, field.name)})
        none = replace(OUTER, **{field.name: getattr(NO_ANNOTATIONS, field.name)})
        assert getattr(laid_over(alone, NO_ANNOTATIONS), field.name) == getattr(OUTER, field.name)
        assert getattr(laid_over(none, INNER), field.name) == getattr(INNER, field.name)
        assert getattr(laid_over(none, alone), field.name) == getattr(OUTER, field.name)


@pytest.mark.parametrize("member", [{"enum": ["a"]}, {"type": "string"}])
def test_what_contradicts_stays_apart(member: JsonValue) -> None:
    found = read_one({"type": "integer", "allOf": [member]})
    assert found.types == {"integer"}
    assert len(found.all_of) == 1


def test_a_part_with_words_of_its_own_stays_apart() -> None:
    reported = read_one({"allOf": [{"enum": ["a"], "description": "Kept."}, REF_A]})
    assert (reported.enum, len(reported.all_of)) == (None, 2)
    plain = read_one({"allOf": [{"enum": ["a"]}, REF_A]})
    assert (plain.enum is None, len(plain.all_of)) == (False, 1)
