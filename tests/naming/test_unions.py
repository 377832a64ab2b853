from __future__ import annotations

from dataclasses import replace

from nemogen.canonical import NULL, CanonicalSchema, NamingFacts
from nemogen.naming.unions import flat, or_null

STRING = CanonicalSchema(type="string")
INTEGER = CanonicalSchema(type="integer")


def union(*variants: CanonicalSchema) -> CanonicalSchema:
    return CanonicalSchema(any_of=variants)


def test_unions_inside_unions_are_flat_and_null_is_last() -> None:
    assert flat([union(STRING, NULL), INTEGER]) == union(STRING, INTEGER, NULL)


def test_a_union_that_has_a_name_stays_whole() -> None:
    named = replace(union(STRING, INTEGER), facts=NamingFacts(name="Named"))
    assert flat([named, NULL]) == or_null(named)


def test_one_branch_is_no_union_and_null_alone_is_null() -> None:
    assert flat([STRING, STRING]) == STRING
    assert flat([NULL, NULL]) == NULL


def test_null_is_added_once_and_prose_stays_outside() -> None:
    described = replace(STRING, description="Why.")
    assert or_null(described) == replace(union(STRING, NULL), description="Why.")
    assert or_null(or_null(STRING)) == or_null(STRING)
    assert or_null(NULL) == NULL
