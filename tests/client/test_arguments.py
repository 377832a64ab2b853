from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.client import planner
from nemogen.client.argument_names import argument_names
from nemogen.given_names import Names
from tests.client.planned import method, planned, settings
from tests.naming.small import one, operation, prepared, properties, ref, spec

STRING = {"type": "string"}


def keywords(**named: Any) -> dict[str, str]:
    """The signature of each argument for a body with these properties, by the API's name."""
    return {each.api_name.value: each.signature for each in method(one(body=properties(**named))).keywords}


def doc(**schema: Any) -> str:
    (argument,) = method(one(body=properties(a=schema))).keywords
    return argument.doc.value


def test_arguments_have_names_of_python() -> None:
    found = keywords(**{"maxTokens": STRING, "class": STRING, "x-kind": STRING, "self": STRING})
    assert [each.partition(":")[0] for each in found.values()] == ["class_", "max_tokens", "self_", "x_kind"]


def test_who_has_a_snake_case_name_already_keeps_it() -> None:
    found = keywords(**{"startsAt": STRING, "starts_at": STRING, "Starts-At": STRING})
    assert [each.partition(":")[0] for each in found.values()] == ["starts_at_body", "startsAt", "starts_at"]


def test_an_argument_keeps_its_name_when_another_one_comes_that_wants_it() -> None:
    alone = planned(one(body=properties(startsAt=STRING)))
    names = Names(arguments=argument_names(alone))
    document = prepared(one(body=properties(starts_at=STRING, startsAt=STRING)), kept=names)
    ((_, found),) = planner.plan(document, settings()).methods()
    assert {each.api_name.value: each.name for each in found.keywords} == {
        "startsAt": "starts_at",
        "starts_at": "starts_at_body",
    }


def test_an_argument_gives_way_to_those_that_every_method_has() -> None:
    assert keywords(timeout=STRING)["timeout"].startswith("timeout_body:")


def test_a_parameter_and_a_property_of_one_name_are_two_arguments() -> None:
    path = {"name": "id", "in": "path", "required": True, "schema": STRING}
    found = method(spec({"/a/{id}": {"patch": operation(body=properties(id=STRING), parameters=[path])}}))
    assert [each.name for each in found.positional] == ["id"]
    assert [each.name for each in found.keywords] == ["id_body"]


def test_an_argument_for_which_no_name_is_left_gets_one_that_the_order_does_not_decide() -> None:
    names = ("ab", "ab_body", "value_ab", "value_Ab", "Ab")
    named = dict.fromkeys(names, STRING)
    first, second = keywords(**named), keywords(**dict(reversed(named.items())))
    assert len(set(first.values())) == len(names)
    assert set(first.values()) == set(second.values())


def test_what_has_to_be_given_comes_first_and_the_rest_is_omitted() -> None:
    body = {**properties(a=STRING, b={"type": "integer"}, c=STRING), "required": ["c"]}
    assert [each.signature for each in method(one(body=body)).keywords] == [
        "c: str",
        "a: str | Omit = omit",
        "b: int | Omit = omit",
    ]


def test_a_required_argument_of_one_value_has_it_as_its_default() -> None:
    body = {**properties(model={"type": "string", "enum": ["small"]}), "required": ["model"]}
    assert [each.signature for each in method(one(body=body)).keywords] == ["model: Literal['small'] = 'small'"]


def test_null_may_be_sent_where_the_api_takes_it_only() -> None:
    body = properties(a={"type": ["string", "null"]}, b=STRING, c={})
    assert [each.value for each in method(one(body=body)).nullable] == ["a", "c"]


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ({"type": "integer", "minimum": 1, "maximum": 8}, "At least 1; at most 8."),
        ({"type": "string", "minLength": 1}, "At least 1 character."),
        ({"type": "array", "items": STRING, "maxItems": 4}, "At most 4 items."),
        ({"type": "number", "exclusiveMinimum": 0, "default": 0.5}, "More than 0; 0.5 when left out."),
        ({"type": "string", "description": "What  it\nsays.", "deprecated": True}, "What it says. Deprecated."),
        ({"type": ["integer", "null"], "minimum": 2}, "At least 2."),
        ({"type": "string", "enum": ["a"]}, 'Only "a".'),
        (STRING, ""),
    ],
)
def test_an_argument_is_documented_with_its_bounds_and_its_default(schema: Any, text: str) -> None:
    assert doc(**schema) == text


def test_a_component_documents_the_arguments_that_refer_to_it() -> None:
    schemas = {"A": {**properties(a=STRING), "description": "Told once."}}
    (argument,) = method(one(body=properties(a=ref("A")), schemas=schemas)).keywords
    assert argument.doc.value == "Told once."


def test_a_body_that_is_no_object_is_one_argument() -> None:
    found = method(one(body={"type": "array", "items": STRING}))
    assert found.body_whole
    assert not found.takes_more
    assert [each.signature for each in found.keywords] == ["body: Sequence[str]"]


def test_no_argument_of_an_optional_body_has_to_be_given() -> None:
    document = one(body={**properties(a=STRING), "required": ["a"]})
    document["paths"]["/things"]["post"]["requestBody"]["required"] = False
    found = method(document)
    assert [each.signature for each in found.keywords] == ["a: str | Omit = omit"]
    assert not found.body_required


def test_json_is_sent_where_a_body_can_be_that() -> None:
    media = {
        "multipart/form-data": {"schema": properties(a=STRING)},
        "application/json": {"schema": properties(b=STRING)},
    }
    document = spec({"/a": {"post": operation(requestBody={"content": media})}})
    found, other = (each for _, each in planned(document).methods())
    assert (found.body_kind, [each.name for each in found.body]) == ("json", ["b"])
    assert (other.name, other.body_kind) == (f"{found.name}_multipart", "multipart")
    assert [each.name for each in other.body] == ["a"]


def test_files_travel_beside_the_rest() -> None:
    file = {"type": "string", "format": "binary"}
    media = {"multipart/form-data": {"schema": properties(a=STRING, b=file, c={"type": "array", "items": file})}}
    found = method(spec({"/a": {"post": operation(requestBody={"content": media})}}))
    assert [each.value for each in found.files] == ["b", "c"]


@given(st.lists(st.text(), unique=True, max_size=6))
def test_any_properties_are_arguments_with_names_of_their_own(names: list[str]) -> None:
    found = method(one(body=properties(**dict.fromkeys(["always", *names], STRING))))
    used = [each.name for each in found.keywords]
    assert len(set(used)) == len(used)
    assert all(each.isidentifier() and not each.startswith("_") for each in used)


def test_a_path_parameter_with_one_value_stands_behind_those_that_must_be_given() -> None:
    path = [
        {"name": "kind", "in": "path", "required": True, "schema": {"type": "string", "enum": ["farm"]}},
        {"name": "id", "in": "path", "required": True, "schema": STRING},
    ]
    found = method(spec({"/{kind}/{id}": {"get": operation(parameters=path)}}))
    assert [each.signature for each in found.positional] == ["id: str", "kind: Literal['farm'] = 'farm'"]
