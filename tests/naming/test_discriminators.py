from __future__ import annotations

from typing import Any

import pytest

from tests.naming.small import one, prepared, properties, ref

STRING = {"type": "string"}


def branch(name: str, required: bool = True, **tag: Any) -> dict[str, Any]:
    found = {**properties(**tag), **properties(**tag, **{name: STRING})}
    return {**found, "required": list(tag)} if required else found


def discriminator(first: Any, second: Any, declared: Any = None) -> Any:
    union = {"oneOf": [ref("First"), ref("Second")]} | ({"discriminator": declared} if declared is not None else {})
    document = prepared(one(properties(x=union), schemas={"First": first, "Second": second}))
    found = document.schemas["X"].discriminator
    if found is None:
        return None
    return found.property_name, found.mapping


def values(*texts: str) -> dict[str, Any]:
    return {"type": "string", "enum": list(texts)}


def test_a_constant_that_differs_in_each_branch_tells_them_apart() -> None:
    found = discriminator(branch("a", kind=values("one")), branch("b", kind=values("two")))
    assert found == ("kind", {"one": "First", "two": "Second"})


def test_a_branch_may_have_several_values() -> None:
    found = discriminator(branch("a", kind=values("one", "uno")), branch("b", kind=values("two")))
    assert found == ("kind", {"one": "First", "uno": "First", "two": "Second"})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (branch("a", kind=values("one")), branch("b", kind=values("one"))),
        (branch("a", kind=values("one")), branch("b", kind=STRING)),
        (branch("a", kind=values("one")), branch("b", other=values("two"))),
        (branch("a", kind=values("one"), required=False), branch("b", kind=values("two"), required=False)),
    ],
)
def test_without_such_a_constant_there_is_none(first: Any, second: Any) -> None:
    assert discriminator(first, second) is None


def test_a_declared_property_is_reported_by_the_mapping_or_else_by_the_component() -> None:
    first, second = branch("a", job=STRING), branch("b", job=STRING)
    mapping = {"one": "#/components/schemas/First", "uno": "First", "lost": "#/nowhere", "five": 5}
    declared = {"propertyName": "job", "mapping": mapping}
    assert discriminator(first, second, declared) == ("job", {"one": "First", "uno": "First", "Second": "Second"})


@pytest.mark.parametrize("declared", [5, [], {}, {"propertyName": 5}, {"propertyName": "job", "mapping": 5}, "job"])
def test_a_declaration_that_cannot_be_read_does_no_harm(declared: Any) -> None:
    found = discriminator(branch("a", job=STRING), branch("b", job=STRING), declared)
    assert found in (None, ("job", {"First": "First", "Second": "Second"}))


def test_the_constants_of_the_branches_win_over_the_mapping() -> None:
    declared = {"propertyName": "kind", "mapping": {"other": "First"}}
    found = discriminator(branch("a", kind=values("one")), branch("b", kind=values("two")), declared)
    assert found == ("kind", {"one": "First", "two": "Second"})


def test_unions_that_contradict_each_other_on_a_branch_have_no_discriminator() -> None:
    first, second, third = (branch(name, job=STRING) for name in "abc")

    def union(other: str, tag: str) -> dict[str, Any]:
        mapping = {tag: "#/components/schemas/First", "two": f"#/components/schemas/{other}"}
        branches = [ref("First"), ref(other)]
        return {"oneOf": branches, "discriminator": {"propertyName": "job", "mapping": mapping}}

    schemas = {"First": first, "Second": second, "Third": third}
    unions = properties(x=union("Second", "one"), y=union("Third", "uno"), z=union("Third", "uno"))
    document = prepared(one(unions, schemas=schemas))
    assert not any(schema.discriminator for schema in document.schemas.values())
    assert {each.id for each in document.findings} == {"discriminator-contradicted"}
    agreed = properties(x=union("Second", "one"), y=union("Third", "one"))
    assert sum(each.discriminator is not None for each in prepared(one(agreed, schemas=schemas)).schemas.values()) == 2
