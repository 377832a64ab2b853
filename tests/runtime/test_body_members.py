"""Members of objects in a body, given as mappings or as models."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from pydantic import BaseModel, Field

from nemogen.runtime.body_members import members_of, with_members
from nemogen.runtime.encode import json_encoder
from nemogen.runtime.model import Model
from nemogen.runtime.omit import omit


class Part(BaseModel):
    start: int | None = Field(default=None, alias="from")
    limit: int | None = None


class Sort(Model, nullable=("by",)):
    by: str | None = None
    then: str | None = None
    kind: Literal["sort"] = "sort"


class Portion(Model):
    start: int | None = Field(default=None, alias="from")
    limit: int | None = None
    note: str | None = None
    sort: Sort | None = None
    kind: Literal["page"] = "page"


class OwnPortion(Portion):
    """A class of the user's, below one of the package."""


class Limit(BaseModel):
    """A class of the user's, without what chooses the page."""

    limit: int | None = None


@pytest.mark.parametrize(
    ("value", "members"),
    [({"limit": 2}, {"limit": 2}), (Part.model_validate({"from": 2}), {"from": 2}), (None, {}), (omit, {}), (3, {})],
)
def test_members_are_under_the_names_of_the_api(value: Any, members: dict[str, Any]) -> None:
    assert members_of(value) == members


def test_what_is_chosen_goes_into_a_copy_and_leaves_the_rest() -> None:
    body = {"filter": "x", "page": Part(limit=2)}
    changed = with_members(body, ("page",), {"from": 4})
    assert json.loads(json_encoder({})(changed)) == {"filter": "x", "page": {"limit": 2, "from": 4}}
    assert with_members(None, ("a", "b"), {"c": 1}) == {"a": {"b": {"c": 1}}}
    assert with_members({"a": 1}, (), {"b": 2}) == {"a": 1, "b": 2}
    assert body == {"filter": "x", "page": Part(limit=2)}


@pytest.mark.parametrize(
    "part",
    [
        Portion.model_validate({"limit": None, "note": None, "more": None, "sort": {"by": None, "then": None}}),
        Portion.model_validate({"limit": 2, "more": [1]}),
        OwnPortion(sort=Sort(by="name"), note=None),
        Limit(limit=None),
        Limit(),
        {"limit": None, "sort": Sort(then=None)},
    ],
)
@pytest.mark.parametrize("returned", [{}, {"Portion": ("note",), "Sort": ("then",)}])
def test_a_page_is_sent_as_the_first_but_for_what_chooses_it(part: Any, returned: dict[str, Any]) -> None:
    encode = json_encoder(returned)
    first = json.loads(encode({"page": part}))
    later = json.loads(encode(with_members({"page": part}, ("page",), {"from": 4})))
    assert later == {"page": {**first["page"], "from": 4}}
    deep = json.loads(encode(with_members({"page": part}, ("page", "sort"), {"number": 4})))
    assert deep == {"page": {**first["page"], "sort": {**(first["page"].get("sort") or {}), "number": 4}}}


def test_what_is_read_of_a_model_has_the_constants_that_are_sent() -> None:
    assert members_of(Portion(sort=Sort())) == {"sort": Sort(), "kind": "page"}
