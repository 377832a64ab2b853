from __future__ import annotations

import json

import pytest

from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.name_order import in_name_order


def order_of(value: JsonValue) -> str:
    return json.dumps(in_name_order(value))


def test_maps_are_in_the_order_of_their_names_and_lists_as_they_were() -> None:
    assert order_of({"b": [3, {"d": 1, "c": "z"}, 2], "a": None}) == '{"a": null, "b": [3, {"c": "z", "d": 1}, 2]}'
    assert order_of([{"b": 1, "a": 2}]) == '[{"a": 2, "b": 1}]'
    assert order_of("text") == '"text"'
    keys: JsonValue = {200: 1, "100": 2}  # type: ignore[dict-item]
    assert order_of(keys) == '{"100": 2, "200": 1}'


@pytest.mark.parametrize("key", ["paths", "webhooks", "x-webhooks"])
def test_the_methods_of_a_path_are_in_the_order_in_which_an_api_is_learned(key: str) -> None:
    methods = ["get", "post", "put", "patch", "delete", "head", "options", "trace"]
    item: JsonValue = dict.fromkeys([*sorted(methods), "x", "parameters"], 1)
    found = in_name_order({key: {"/b": item, "/a": None}})
    assert isinstance(found, dict)
    paths = found[key]
    assert isinstance(paths, dict)
    assert list(paths) == ["/a", "/b"]
    assert list(paths["/b"] or ()) == [*methods, "parameters", "x"]
    assert in_name_order({"paths": [1]}) == {"paths": [1]}
    assert order_of({"components": {"post": 1, "get": 2}}) == '{"components": {"get": 2, "post": 1}}'


def test_what_aliases_share_is_ordered_once() -> None:
    shared: JsonValue = {"b": 1, "a": 2}
    found = in_name_order([shared, shared])
    assert isinstance(found, list)
    assert found[0] is found[1]


def test_what_is_nested_two_hundred_times_is_ordered_and_what_is_deeper_is_left() -> None:
    def nested(depth: int) -> JsonValue:
        value: JsonValue = {"b": 1, "a": 2}
        for _ in range(depth):
            value = [value]
        return value

    assert '{"a": 2, "b": 1}' in order_of(nested(200))
    assert '{"b": 1, "a": 2}' in order_of(nested(201))
