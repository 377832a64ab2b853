"""`[operations] include` and `exclude`: which operations of a spec are left."""

from __future__ import annotations

import pytest

from nemogen.config import Selection
from nemogen.openapi.json_value import JsonObject
from nemogen.source.selected_operations import with_selected_operations

SPEC: JsonObject = {
    "openapi": "3.2.0",
    "paths": {
        "/a": {
            "summary": "A.",
            "get": {"tags": ["read"]},
            "post": {},
            "additionalOperations": {"LOCK": {"tags": ["odd"]}, "COPY": {}},
        },
        "/b": {"get": {}},
        "/empty": {"summary": "Nothing yet."},
    },
}


@pytest.mark.parametrize(
    ("include", "exclude", "paths"),
    [
        ((), ("GET /a",), {"/a": {"summary", "post", "LOCK", "COPY"}, "/b": {"get"}, "/empty": {"summary"}}),
        ((), ("LOCK *",), {"/a": {"summary", "get", "post", "COPY"}, "/b": {"get"}, "/empty": {"summary"}}),
        (("COPY /a",), (), {"/a": {"summary", "COPY"}, "/empty": {"summary"}}),
        (("tag:*d",), ("tag:odd",), {"/a": {"summary", "get"}, "/empty": {"summary"}}),
        (("* /a",), ("/a",), {"/empty": {"summary"}}),
    ],
)
def test_methods_of_every_kind_are_selected(
    include: tuple[str, ...], exclude: tuple[str, ...], paths: dict[str, set[str]]
) -> None:
    found = with_selected_operations(SPEC, Selection(include, exclude))["paths"]
    assert isinstance(found, dict)
    left = {}
    for path, item in found.items():
        assert isinstance(item, dict)
        more = item.get("additionalOperations", {})
        assert isinstance(more, dict)
        left[path] = {*item, *more} - {"additionalOperations"}
    assert left == paths
