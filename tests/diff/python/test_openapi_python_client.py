"""What changes for the callers of a package of openapi-python-client, between packages that it writes."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.diff.python import compare_source
from tests.client.test_openapi_python_client_engine import of
from tests.naming.small import operation, properties, spec

STRING, INTEGER = {"type": "string"}, {"type": "integer"}
FOUR = ("sync", "asyncio", "sync_detailed", "asyncio_detailed")


def package(
    *, query: Any = None, body: Any = None, answer: Any = None, more: Any = None, required: bool = False
) -> dict[str, bytes]:
    """A package with getPet and makePet."""
    parameter = {"name": "q", "in": "query", "schema": query, "required": required}
    get = operation(answer or properties(x=STRING), parameters=[parameter] if query else [])
    post = operation(STRING, body or properties(n=STRING))
    paths = {"/a": {"get": {**get, "operationId": "getPet"}}, "/b": {"post": {**post, "operationId": "makePet"}}}
    paths |= {"/c": {"get": {**more, "operationId": "getMore"}}} if more else {}
    return {f"src/shop/{path}": content for path, content in of(spec(paths)).source.items()}


def all_four(text: str) -> str:
    *first, last = (text.format(each) for each in FOUR)
    return f"{', '.join(first)} and {last}"


CHANGES = [
    ({}, {"more": operation(STRING)}, "python-name-added", all_four("`get_more.{}`") + " can be imported"),
    ({}, {"query": STRING}, "python-parameter-added", all_four("`get_pet.{}(q=)`") + " are new"),
    ({"query": STRING}, {"query": STRING, "required": True}, "python-parameter-became-required",
     all_four("`get_pet.{}(q=)`") + " are now required"),
    ({"query": STRING}, {"query": INTEGER}, "python-argument-type-changed",
     all_four("`get_pet.{}(q=)`") + " accept `int`, no longer `str`"),
    ({}, {"body": {**properties(n=STRING, m=STRING), "required": ["m"]}}, "python-required-key-added",
     "`BMakePetRequest.m` is new and required"),
    ({"body": properties(n=STRING, m=STRING)}, {"body": properties(m=STRING)},
     "python-attribute-removed", "`BMakePetRequest.n` was removed"),
    ({"answer": {**properties(x=STRING), "required": ["x"]}}, {}, "python-result-widened",
     "`A.x` may also be `Unset`"),
    ({"body": properties(n={"enum": ["a", "b"]})}, {"body": properties(n={"enum": ["a"]})},
     "python-attribute-removed", "`BMakePetRequestN.B` was removed"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "rule", "message"), CHANGES, ids=[row[2] for row in CHANGES])
def test_a_change_is_reported_in_the_words_of_callers(before: Any, after: Any, rule: str, message: str) -> None:
    found = [(each.id, each.message) for each in compare_source(package(**before), package(**after))]
    assert (rule, message) in found


def test_a_removed_operation_is_named() -> None:
    found = compare_source(package(more=operation(STRING)), package())
    assert {(each.id, each.key) for each in found} == {("python-name-removed", f"get_more.{each}") for each in FOUR}


def test_attributes_that_may_be_missing_are_not_taken_for_one_another() -> None:
    found = compare_source(package(), package(body=properties(k=STRING)))
    assert {each.id for each in found} == {"python-attribute-removed", "python-attribute-added"}


def test_the_same_package_has_no_change() -> None:
    assert compare_source(package(), package()) == ()
