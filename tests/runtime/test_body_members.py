"""Members of objects in a body, given as mappings or as models."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, Field

from nemogen.runtime.body_members import members_of, with_members
from nemogen.runtime.omit import omit


class Part(BaseModel):
    start: int | None = Field(default=None, alias="from")
    limit: int | None = None


@pytest.mark.parametrize(
    ("value", "members"),
    [({"limit": 2}, {"limit": 2}), (Part.model_validate({"from": 2}), {"from": 2}), (None, {}), (omit, {}), (3, {})],
)
def test_members_are_under_the_names_of_the_api(value: Any, members: dict[str, Any]) -> None:
    assert members_of(value) == members


def test_what_is_chosen_goes_into_a_copy_and_leaves_the_rest() -> None:
    body = {"filter": "x", "page": Part(limit=2)}
    assert with_members(body, ("page",), {"from": 4}) == {"filter": "x", "page": {"limit": 2, "from": 4}}
    assert with_members(None, ("a", "b"), {"c": 1}) == {"a": {"b": {"c": 1}}}
    assert with_members({"a": 1}, (), {"b": 2}) == {"a": 1, "b": 2}
    assert body == {"filter": "x", "page": Part(limit=2)}
