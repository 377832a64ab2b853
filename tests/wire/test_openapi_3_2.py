"""What OpenAPI 3.2 adds, on the wire: the whole query as one value, methods of any name, items of sequences."""

from __future__ import annotations

from typing import Any

import pytest

from tests.servers.loopback import Reply

from .packages import MODES, TEXT, WHOLE, Mode, api, array, call, gives, method_of, obj, package, takes

FORM = "application/x-www-form-urlencoded"


def whole(media: str, schema: Any, **more: Any) -> dict[str, Any]:
    """An operation whose query is one value of this media type."""
    return {"parameters": [{"name": "filter", "in": "querystring", "content": {media: {"schema": schema}}, **more}]}


FILTER = {**obj(name=TEXT, tags=array(TEXT), deep=obj(a=WHOLE), on={"type": "boolean"}), "required": ["name"]}
LINES = gives(media="application/jsonl", itemSchema=obj(n=WHOLE))
DOCUMENT = api(
    {
        "GET /form": whole(FORM, FILTER),
        "GET /json": whole("application/json", FILTER, required=True),
        "GET /text": whole("text/plain", TEXT),
        "QUERY /found": {**takes(obj(q=TEXT)), **LINES},
    },
    version="3.2.0",
)
DONE = {"responses": {"204": {"description": "Done."}}}
METHODS_OF_3_2 = {
    "get": DONE,
    "put": DONE,
    "post": DONE,
    "delete": DONE,
    "options": DONE,
    "head": DONE,
    "patch": DONE,
    "trace": DONE,
    "query": DONE,
    "additionalOperations": {"COPY": DONE},
}
METHODS = {**api({}, version="3.2.0"), "paths": {"/all": METHODS_OF_3_2}}
DOCUMENT["paths"]["/found"]["additionalOperations"] = {"LINK": {"responses": {"204": {"description": "Done."}}}}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("path", "given", "query"),
    [
        ("/form", {"name": "a b&c"}, "name=a+b%26c"),
        ("/form", {"name": "é", "tags": ["x", "y,z"], "on": True}, "name=%C3%A9&tags=x&tags=y%2Cz&on=true"),
        ("/form", {"name": "n", "deep": {"a": 1}}, "name=n&deep=%7B%22a%22%3A1%7D"),
        ("/json", {"name": "a b", "tags": ["x"]}, "%7B%22name%22%3A%22a%20b%22%2C%22tags%22%3A%5B%22x%22%5D%7D"),
        ("/text", "a=1&b=ü c", "a=1&b=%C3%BC%20c"),
    ],
)
def test_one_argument_is_the_whole_query(mode: Mode, path: str, given: Any, query: str) -> None:
    found = call(package(DOCUMENT), f"GET {path}", mode, Reply(204), filter=given)
    assert found.error is None
    assert found.request.target == f"{path}?{query}"


def test_a_whole_query_is_checked_and_may_be_left_out() -> None:
    module = package(DOCUMENT)
    assert call(module, "GET /form", "sync", Reply(204)).request.target == "/form"
    missing = call(module, "GET /form", "sync", Reply(204), filter={"tags": []})
    assert "filter.name" in missing.refused("ArgumentError")
    null = call(module, "GET /form", "sync", Reply(204), filter={"name": None})
    assert "filter.name: None" in null.refused("ArgumentError")
    both = call(module, "GET /form", "sync", Reply(204), filter={"name": "n"}, extra_query={"q": 1})
    assert both.request.target == "/form?q=1&name=n"


@pytest.mark.parametrize("mode", MODES)
def test_methods_of_any_name_are_sent(mode: Mode) -> None:
    module = package(DOCUMENT)
    lines = Reply(200, b'{"n":1}\n{"n":2}\n', {"Content-Type": "application/jsonl"})
    found = call(module, "QUERY /found", mode, lines, q="x")
    assert (found.request.method, found.sent) == ("QUERY", {"q": "x"})
    assert [each.n for each in found.value] == [1, 2]
    linked = call(module, method_of(module, "LINK /found"), mode, Reply(204))
    assert linked.request.method == "LINK"


@pytest.mark.parametrize(
    "method", ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY", "COPY"]
)
def test_each_method_of_a_path_item_is_sent(method: str) -> None:
    module = package(METHODS)
    found = call(module, f"{method} /all", "sync", Reply(204))
    assert (found.error, found.request.method) == (None, method)
