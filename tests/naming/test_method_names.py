from __future__ import annotations

from typing import Any

import pytest

from nemogen.errors import NameClash
from tests.naming.small import findings, operation, prepared, properties, spec

ONE = properties(a={"type": "string"})
OTHER = properties(b={"type": "string"})


def calls(paths: dict[str, Any], **options: Any) -> dict[str, str]:
    document = prepared(spec(paths), **options)
    return {f"{each.verb} {each.path}": str(each.call) for each in document.operations}


def test_one_operation_under_two_paths_is_one_method() -> None:
    described = operation({**ONE, "description": "Told otherwise."}, summary="Another summary.")
    document = prepared(spec({"/v1/things": {"post": operation(ONE)}, "/things": {"post": described}}))
    assert [each.path for each in document.operations] == ["/v1/things"]
    assert findings(document) == ["operation-repeated"]


def test_the_version_tells_two_operations_apart() -> None:
    paths = {"/v1/things": {"post": operation(ONE)}, "/v2/things": {"post": operation(OTHER)}}
    assert list(calls(paths).values()) == ["things.create", "v2.things.create"]
    assert findings(prepared(spec(paths))) == ["operation-renamed"]


def test_placeholders_tell_two_operations_apart() -> None:
    paths = {"/orders": {"post": operation(ONE)}, "/orders/{order_id}": {"post": operation(OTHER)}}
    assert list(calls(paths).values()) == ["orders.create", "orders.create_by_order_id"]


def test_the_whole_path_tells_apart_what_nothing_else_does() -> None:
    paths = {"/v1/chat": {"post": operation(ONE)}, "/chat": {"post": operation(OTHER)}}
    assert list(calls(paths).values()) == ["chat.create", "chat.post_chat"]


def test_names_that_are_given_are_never_changed() -> None:
    paths = {"/v1/a": {"post": operation(ONE)}, "/v2/b": {"post": operation(OTHER, **{"x-nemogen-name": "a.create"})}}
    with pytest.raises(NameClash, match=r"a\.create"):
        calls(paths)
    assert calls(paths, names={"POST /v1/a": "things.make"})["post /v1/a"] == "things.make"


def test_paths_that_differ_in_signs_only_are_a_clash() -> None:
    paths = {path: {"post": operation(properties(**{path: {}}))} for path in ("/a-b", "/a_b", "/a.b")}
    with pytest.raises(NameClash):
        calls(paths)


def test_a_resource_that_is_called_like_a_method_gives_way() -> None:
    paths = {"/books": {"get": operation(ONE)}, "/books/list/{id}/pages": {"get": operation(OTHER)}}
    assert list(calls(paths).values()) == ["books.list", "books.list_.pages.list"]
