"""Arrays of items by position: tuples, checked before they are sent and when they are read; what does not fit stays."""

from __future__ import annotations

import json
from typing import Any

import pytest

from .packages import MODES, TEXT, WHOLE, Mode, api, array, call, gives, json_reply, obj, package, ref, takes

NUMBER = {"type": "number"}


def by_position(*first: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "prefixItems": list(first), **more}


POINT = {
    "type": "object",
    "required": ["at"],
    "properties": {
        "at": by_position(NUMBER, NUMBER, TEXT, items=False, minItems=3, maxItems=3),
        "open": by_position(TEXT, items=ref("Cell")),
        "short": by_position(TEXT, WHOLE, items=False),
        "nested": by_position(
            array(by_position(WHOLE, TEXT, minItems=2, maxItems=2)),
            by_position(WHOLE, minItems=1, items={"type": ["string", "null"]}),
            minItems=2,
            maxItems=2,
        ),
        "inline": by_position(obj(a=WHOLE), minItems=1, items=obj(b=WHOLE)),
        "many": by_position(*[TEXT] * 6),
    },
}
DOCUMENT = api(
    {
        "POST /points": {**takes(ref("Point")), **gives(ref("Point"))},
        "GET /row": gives(by_position(TEXT, ref("Cell"), minItems=2)),
    },
    {"Point": POINT, "Cell": obj(v=WHOLE)},
)
WIRE: dict[str, Any] = {
    "at": [1, 2.5, "x"],
    "open": ["h", {"v": 1}, {"v": 2}],
    "short": ["a"],
    "nested": [[[1, "a"]], [1, None, "x"]],
    "inline": [{"a": 1}, {"b": 2}, {"b": 3}],
    "many": ["a", "b"],
}


@pytest.mark.parametrize("mode", MODES)
def test_tuples_are_sent_and_read_whole(mode: Mode) -> None:
    module = package(DOCUMENT)
    found = call(module, "POST /points", mode, json_reply(WIRE), **{**WIRE, "at": (1, 2.5, "x")})
    assert found.error is None
    assert not found.warned
    assert found.sent == WIRE
    assert found.value.at == (1.0, 2.5, "x")
    assert found.value.open == ("h", module.Cell(v=1), module.Cell(v=2))
    assert found.value.short == ("a",)
    assert found.value.nested == ([(1, "a")], (1, None, "x"))
    assert json.loads(found.value.model_dump_json(exclude_unset=True)) == WIRE
    assert call(module, "POST /points", mode, json_reply(WIRE), **dict(found.value)).sent == WIRE


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"at": (1, 2)}, "at[2]: None is not valid: it is missing"),
        ({"at": (1, 2, 3)}, "at[2]: 3 is not valid"),
        ({"at": (1, 2, "x", 4)}, "at"),
        ({"at": (1, 2, "x"), "open": (1,)}, "open[0]: 1 is not valid"),
        ({"at": (1, 2, "x"), "open": ("h", {"v": "no"})}, "open[1].v: 'no' is not valid"),
        ({"at": (1, 2, "x"), "short": ("a", "b")}, "short[1]: 'b' is not valid"),
    ],
)
def test_a_tuple_that_the_api_would_refuse_is_not_sent(given: dict[str, Any], said: str) -> None:
    message = call(package(DOCUMENT), "POST /points", "sync", json_reply(WIRE), **given).refused("ArgumentError")
    assert message.startswith(said)


def test_items_of_a_response_that_do_not_fit_stay_with_a_mismatch_each() -> None:
    broken = {
        "at": [1, "x"],
        "open": [5, {"v": "no"}],
        "short": ["a", 1, 2],
        "nested": [[[1, 2]], [1, 5]],
        "inline": [{"a": "x"}, {"b": 1}],
    }
    value = call(package(DOCUMENT), "POST /points", "sync", json_reply(broken), at=(1, 2, "x")).value
    assert [each.pointer for each in value.mismatches] == [
        "/at/1", "/at/2", "/inline/0/a", "/nested/0/0/1", "/nested/1/1", "/open/0", "/open/1/v", "/short/2",
    ]  # fmt: skip
    assert json.loads(value.model_dump_json(exclude_unset=True)) == broken
    assert str(value).startswith("at=(1.0, 'x')")


def test_a_tuple_can_be_a_whole_response() -> None:
    module = package(DOCUMENT)
    found = call(module, "GET /row", "sync", json_reply(["a", {"v": 1}, 7]))
    assert found.value == ("a", module.Cell(v=1), 7)
    short = call(module, "GET /row", "sync", json_reply(["a"]))
    assert short.value == ("a",)
    assert "/1: expected Cell, found nothing" in short.warned[0]
