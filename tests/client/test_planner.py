from __future__ import annotations

from typing import Any

import pytest

from nemogen.client import planner
from nemogen.client.plan import Resource
from nemogen.errors import NameClash
from nemogen.names import LONGEST
from tests.client.planned import planned, settings
from tests.naming.small import one, operation, prepared, properties, ref, spec

STRING = {"type": "string"}
ONE = properties(a=STRING)


def test_the_first_server_with_a_whole_address_counts() -> None:
    servers = [{"url": "/v1"}, {"url": "https://a.example.com/"}, {"url": "https://b.example.com"}]
    assert planned({**one(), "servers": servers}).base_url.value == "https://a.example.com"
    assert planned(one(), '[client]\nbase_url = "https://c.example.com"\n').base_url.value == "https://c.example.com"


def test_resources_form_a_tree_in_the_order_of_the_document() -> None:
    paths = {path: {"get": operation()} for path in ("/b/c", "/a", "/b/d/{id}", "/b")}
    found = planned(spec(paths)).resources
    assert [[each.attribute for each in top.family()] for top in found] == [["b", "c", "d"], ["a"]]


def classes(document: Any) -> list[str]:
    return [each.class_name for top in planned(document).resources for each in top.family()]


def test_the_class_of_a_resource_gives_way_to_models_imports_and_other_resources() -> None:
    assert classes(spec({"/stream/a": {"get": operation()}, "/x/stream": {"get": operation()}})) == [
        "StreamResource",
        "A",
        "X",
        "XStream",
    ]
    document = spec({"/halls/hall": {"get": operation(ref("Hall"))}}, {"Hall": ONE, "HallsHall": ONE})
    assert classes(document) == ["Halls", "HallsHall"]
    assert classes(spec({"/shop": {"get": operation()}, "/settings_": {"get": operation()}})) == [
        "ShopResource",
        "SettingsResource",
    ]


def constants(top: Resource) -> list[str]:
    return [method.constant for each in top.family() for method in each.methods]


def test_every_class_of_a_resource_keeps_to_the_longest_name() -> None:
    words = ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett"]
    path = "/" + "-".join(words).lower()
    (name,) = classes(spec({path: {"get": operation()}}))
    assert name.startswith("AlphaBravoCharlie")
    assert len(f"Async{name}Streamed") <= LONGEST


def test_the_constants_of_a_module_differ() -> None:
    (top,) = planned(
        spec({"/a": {"post": operation()}, "/a/b": {"post": operation()}, "/a/c": {"get": operation()}})
    ).resources
    assert constants(top) == ["A_CREATE", "B_CREATE", "RETRIEVE"]


def test_constants_that_would_be_equal_differ() -> None:
    paths = {"/1": "x.aa_bb.c", "/2": "x.aa.bb_c", "/3": "x.d.c", "/4": "x.d.bb_c"}
    document = spec({path: {"post": operation(ONE, **{"x-nemogen-name": name})} for path, name in paths.items()})
    (top,) = planned(document).resources
    assert len(set(constants(top))) == len(paths)


def test_no_class_of_a_resource_is_a_keyword() -> None:
    names = [
        each.class_name
        for each in planned(spec({f"/{name}": {"get": operation()} for name in ("none", "true")})).resources
    ]
    assert names == ["NoneResource", "TrueResource"]


def test_a_schema_that_is_called_like_the_client_is_a_clash() -> None:
    document = prepared(one(ref("Shop"), schemas={"Shop": ONE}))
    with pytest.raises(NameClash, match="Shop"):
        planner.plan(document, settings())


def test_only_what_requests_hold_has_a_dict() -> None:
    found = planned(one(properties(a=ref("A")), properties(b=ref("B")), {"A": ONE, "B": properties(b=STRING)}))
    assert found.params == ("ThingRequestParam", "BParam")
