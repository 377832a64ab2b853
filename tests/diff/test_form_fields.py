"""The fields of a form of Swagger 2.0 are parameters: a finding about one leads to it, not to the list of them."""

from __future__ import annotations

from typing import Any

import pytest

from nemogen.diff.compare import compare
from tests.diff.places import check_places

Json = dict[str, Any]
QUERY = {"name": "q", "in": "query", "type": "string"}
OWN, OF_PATH, SHARED = "/paths/~1x/post/parameters", "/paths/~1x/parameters", "/parameters"


def field(name: str, **members: Any) -> Json:
    return {"name": name, "in": "formData", "type": "string", **members}


def form(*fields: Json, at: str = OWN) -> Json:
    """A document whose operation takes these fields, which are its own, of its path or shared by all operations."""
    post: Json = {"consumes": ["multipart/form-data"], "responses": {"200": {"description": "ok"}}}
    item: Json = {"post": post}
    made: Json = {"swagger": "2.0", "info": {"title": "A", "version": "1"}, "paths": {"/x": item}}
    if at == SHARED:
        made["parameters"] = {str(index): each for index, each in enumerate(fields, 1)}
        post["parameters"] = [QUERY, *({"$ref": f"#/parameters/{name}"} for name in made["parameters"])]
    else:
        (post if at == OWN else item)["parameters"] = [QUERY, *fields]
    return made


def places(base: Json, revision: Json) -> dict[str, tuple[str, str]]:
    check_places(base, revision)
    found = compare(base, revision)
    return {
        each.id: (each.base.pointer if each.base else "", each.revision.pointer if each.revision else "")
        for each in found
    }


A, LIST = field("a"), field("a", type="array", items={"type": "string"})
CHANGES: list[tuple[str, list[Json], list[Json], str, str]] = [
    ("request-property-became-required", [A], [{**A, "required": True}], "/1", "/1/required"),
    ("request-body-became-required", [A], [{**A, "required": True}], "/1", "/1/required"),
    ("request-body-became-optional", [{**A, "required": True}], [A], "/1/required", "/1"),
    (
        "request-body-serialization-changed",
        [LIST],
        [{**LIST, "collectionFormat": "multi"}],
        "/1",
        "/1/collectionFormat",
    ),
    ("request-property-max-length-set", [A], [{**A, "maxLength": 3}], "/1", "/1/maxLength"),
]


BODY = {"request-body-became-required", "request-body-became-optional"}
"""Of a shared field, the field's own finding tells of it: that of the body leads to the list."""


@pytest.mark.parametrize("at", [OWN, OF_PATH, SHARED])
@pytest.mark.parametrize("change", CHANGES, ids=[each[0] for each in CHANGES])
def test_a_change_of_a_field_leads_to_the_field(change: tuple[str, list[Json], list[Json], str, str], at: str) -> None:
    rule, base, revision, before, after = change
    assert places(form(*base, at=at), form(*revision, at=at))[rule] == (
        (OWN, OWN) if at == SHARED and rule in BODY else (at + before, at + after)
    )


@pytest.mark.parametrize("at", [OWN, OF_PATH, SHARED])
def test_a_form_and_a_field_that_come_or_go_lead_to_the_field(at: str) -> None:
    none, one, two = form(at=at), form(A, at=at), form(A, field("b"), at=at)
    whole = OWN if at == SHARED else f"{at}/1"
    assert places(none, one)["request-body-added-optional"][1] == whole
    assert places(one, none)["request-body-removed"][0] == whole
    assert places(one, two)["new-optional-request-property"][1] == f"{at}/2"
    assert places(two, one)["request-property-removed"][0] == f"{at}/2"


def test_a_field_with_a_schema_of_its_own_is_a_field() -> None:
    base, revision = (
        form({"name": "a", "in": "formData", "schema": {"type": "string"}, **more}) for more in ({}, {"required": True})
    )
    assert places(base, revision)["request-property-became-required"] == (f"{OWN}/1", f"{OWN}/1/required")
