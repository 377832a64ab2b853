"""What a package's README shows of its own testing tools."""

from __future__ import annotations

import pytest

from nemogen.client import planner
from nemogen.client.readme import examples_of
from tests.client.planned import settings
from tests.naming.small import prepared, spec


@pytest.mark.parametrize(
    ("status", "canned"),
    [
        ("200", "json_response({})"),
        ("201", "json_response({}, status=201)"),
        ("2XX", "json_response({})"),
        ("default", "json_response({})"),
    ],
)
def test_a_response_of_the_fake_server_has_a_status_where_the_spec_names_one(status: str, canned: str) -> None:
    content = {"application/json": {"schema": {"type": "object"}}}
    operation = {"responses": {status: {"description": "Fine.", "content": content}}}
    document = prepared(spec({"/things": {"get": operation}}), reserved=("Shop", "AsyncShop"))
    assert examples_of(planner.plan(document, settings()), document).canned == canned
