"""Parameters on the wire: `content`, deepObject, arrays, reserved characters; what is left open is refused."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.servers.loopback import Reply, Request

from .packages import MODES, TEXT, WHOLE, Mode, api, array, call, obj, package, parameters, ref

DONE = Reply(204)


def pairs(request: Request) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(request.target).query, keep_blank_values=True)


def query(name: str, schema: Any, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, **more}


CONTENT = {"application/json": {"schema": ref("Filter")}}
DOCUMENT = api(
    {
        "GET /content": parameters(
            {"name": "filter", "in": "query", "content": CONTENT},
            {"name": "X-Ctx", "in": "header", "content": CONTENT},
            {"name": "ctx", "in": "cookie", "content": CONTENT},
            {"name": "words", "in": "query", "content": {"text/plain": {"schema": TEXT}}},
        ),
        "GET /content/{at}": parameters({"name": "at", "in": "path", "required": True, "content": CONTENT}),
        "GET /arrays": parameters(
            query("csv", array(TEXT), explode=False),
            query("many", array(TEXT)),
            query("space", array(TEXT), style="spaceDelimited", explode=False),
            query("pipe", array(TEXT), style="pipeDelimited", explode=False),
            query("objects", array(obj(a=WHOLE))),
            query("nested", array(array(TEXT))),
        ),
        "GET /objects": parameters(
            query("deep", {"type": "object", "additionalProperties": True}, style="deepObject", explode=True),
            query("flat", ref("Filter")),
            query("one", ref("Filter"), explode=False),
        ),
        "GET /reserved": parameters(
            query("free", TEXT, allowReserved=True), query("list", array(TEXT), allowReserved=True, explode=False)
        ),
        "GET /a#b/{id}": parameters({"name": "id", "in": "path", "required": True, "schema": TEXT}),
        "GET /path/{ids}": parameters({"name": "ids", "in": "path", "required": True, "schema": array(TEXT)}),
        "GET /head": parameters(
            {"name": "X-List", "in": "header", "schema": array(TEXT)},
            {"name": "c", "in": "cookie", "schema": array(TEXT)},
            {"name": "d", "in": "cookie", "schema": array(TEXT), "explode": False},
        ),
    },
    {"Filter": {**obj(op=TEXT, vals=array(WHOLE)), "required": ["op"]}},
)


@pytest.mark.parametrize("mode", MODES)
def test_a_parameter_with_content_is_one_value_of_that_media_type(mode: Mode) -> None:
    module = package(DOCUMENT)
    value = {"op": "é", "vals": [1, 2]}
    for given in (value, module.Filter(**value)):
        request = call(module, "GET /content", mode, DONE, filter=given, x_ctx=given, ctx=given, words="a b").request
        assert pairs(request) == [("filter", '{"op":"é","vals":[1,2]}'), ("words", "a b")]
        assert request.headers["x-ctx"] == '{"op": "\\u00e9", "vals": [1, 2]}'
        assert request.headers["cookie"] == "ctx=%7B%22op%22%3A%22%C3%A9%22%2C%22vals%22%3A%5B1%2C2%5D%7D"
    request = call(module, "GET /content/{at}", mode, DONE, {"op": "a/b"}).request
    assert request.target == "/content/%7B%22op%22:%22a%2Fb%22%7D"


@pytest.mark.parametrize("mode", MODES)
def test_a_separator_inside_a_value_is_reported_from_one_between_values(mode: Mode) -> None:
    module = package(DOCUMENT)
    request = call(module, "GET /arrays", mode, DONE, csv=["a,b", "c"], many=["x,y", "z"]).request
    assert request.target == "/arrays?csv=a%2Cb,c&many=x%2Cy&many=z"
    request = call(module, "GET /arrays", mode, DONE, space=["a", "b"], pipe=["a", "b"]).request
    assert request.target == "/arrays?pipe=a%7Cb&space=a%20b"
    assert call(module, "GET /arrays", mode, DONE, csv=[], many=[]).request.target == "/arrays"
    assert call(module, "GET /path/{ids}", mode, DONE, ["a,b", "c/d"]).request.target == "/path/a%2Cb,c%2Fd"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("GET /arrays", {"space": ["a b", "c"]}),
        ("GET /arrays", {"pipe": ["a|b", "c"]}),
        ("GET /arrays", {"objects": [{"a": 1}]}),
        ("GET /arrays", {"nested": [["a"]]}),
        ("GET /arrays", {"many": ["a", None]}),
        ("GET /arrays", {"csv": [None]}),
        ("GET /objects", {"deep": {"a": {"b": "c"}}}),
        ("GET /objects", {"deep": {"a": ["b"]}}),
        ("GET /objects", {"deep": {"a": None}}),
        ("GET /objects", {"flat": {"op": "a", "vals": [1]}}),
        ("GET /objects", {"one": {"op": "a", "vals": [1]}}),
        ("GET /head", {"x_list": ["a,b", "c"]}),
        ("GET /head", {"c": ["a", "b"]}),
        ("GET /arrays", {"many": [object()]}),
    ],
)
def test_what_the_specification_leaves_open_is_refused_before_it_is_sent(
    method: str, given: dict[str, Any], mode: Mode
) -> None:
    (name,) = given
    for validate in (True, False):
        found = call(package(DOCUMENT), method, mode, DONE, **given, options={"validate": validate})
        assert found.refused("ArgumentError").startswith(name)


@pytest.mark.parametrize("mode", MODES)
def test_an_object_is_written_in_its_style_also_as_a_model(mode: Mode) -> None:
    module = package(DOCUMENT)
    given = {"deep": {"a": 1, "b&": "c"}, "flat": module.Filter(op="x")}
    request = call(module, "GET /objects", mode, DONE, **given, one={"op": "a,b"}).request
    assert request.target == "/objects?deep%5Ba%5D=1&deep%5Bb%26%5D=c&op=x&one=op,a%2Cb"


@pytest.mark.parametrize("mode", MODES)
def test_reserved_characters_stay_where_the_api_allows_them(mode: Mode) -> None:
    given = {"free": "/a?b:c@d#e&f=g+h%41 i", "list": ["x/y", "z"]}
    request = call(package(DOCUMENT), "GET /reserved", mode, DONE, **given).request
    assert request.target == "/reserved?free=/a?b:c@d%23e%26f=g%2Bh%41%20i&list=x/y,z"


@pytest.mark.parametrize("mode", MODES)
def test_a_number_sign_in_a_path_is_part_of_it(mode: Mode) -> None:
    assert call(package(DOCUMENT), "GET /a#b/{id}", mode, DONE, "x#y").request.target == "/a%23b/x%23y"


@pytest.mark.parametrize("mode", MODES)
def test_lists_in_headers_and_cookies(mode: Mode) -> None:
    request = call(package(DOCUMENT), "GET /head", mode, DONE, x_list=["a", "b"], c=["a;"], d=["x", "y,z"]).request
    assert request.headers["x-list"] == "a,b"
    assert request.headers["cookie"] == "c=a%3B; d=x,y%2Cz"


def cookie(name: str, schema: Any, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "cookie", "style": "cookie", "schema": schema, **more}


COOKIES = api(
    {
        "GET /jar": parameters(cookie("c", TEXT), cookie("l", array(TEXT)), cookie("k", array(TEXT), explode=False)),
    },
    version="3.2.0",
)


def test_the_style_of_cookies_escapes_nothing() -> None:
    """OpenAPI 3.2.0, Style Values: "no percent-encoding or other escaping is applied"."""
    module = package(COOKIES)
    found = call(module, "GET /jar", "sync", Reply(204), c="a/b=%20[x]+,", l=["p", "q%3B"], k=["r/", "s"])
    assert sorted(found.request.headers["cookie"].split("; ")) == ["c=a/b=%20[x]+,", "k=r/,s", "l=p", "l=q%3B"]
    for value in ("a b", "a;b", 'a"b', "a\\b", "é", "a\r\nb"):
        call(module, "GET /jar", "sync", Reply(204), c=value).refused("ArgumentError")
    call(module, "GET /jar", "sync", Reply(204), k=["r,", "s"]).refused("ArgumentError")
