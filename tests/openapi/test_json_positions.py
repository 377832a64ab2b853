"""The quick way to positions by itself: `locate` takes the slow one where this fails, and would hide its faults."""

from __future__ import annotations

import pytest

from nemogen.openapi.json_positions import Wanted, mark_json


@pytest.mark.parametrize(
    ("text", "pointer", "offsets"),
    [
        ('{"a": 1}', "/a", [0, 1]),
        (' {"b": [{"a": 0}], "a": {"b": 2}}', "/a/b", [1, 19, 25]),
        ("[1, [2, 3], 4]", "/1/1", [0, 4, 8]),
        ('{"a": [{}, {"b": null}]}', "/a/1/b", [0, 1, 11, 12]),
        ('{"a": {"b": 1}}', "/b", [0, None]),
        ("[1]", "/1", [0, None]),
        ('{"a": 1}', "/a/b", [0, 1, None]),
    ],
)
def test_what_a_pointer_leads_through_is_marked(text: str, pointer: str, offsets: list[int | None]) -> None:
    root = Wanted()
    path = root.descend(pointer)
    mark_json(text, root)
    assert [each.offset for each in path] == offsets


@pytest.mark.parametrize("pointer", ["/a/0", "/0/a"])
@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1 "b": 2}', '{"a": 1, }', '{"a" 1}', "{a: 1}", '{"a": 1} 2', '{"a": }', '{"a": 1', "{1: 1}",
        '{"a": [1 2]}', '{"a": [1, ]}', "[1 2]", "[1, ]", "[1] 2", "[1", "[a]", "", "1 2",
    ],
)  # fmt: skip
def test_what_is_not_json_is_not_taken_for_it(text: str, pointer: str) -> None:
    root = Wanted()
    root.descend(pointer)
    with pytest.raises((ValueError, IndexError)):
        mark_json(text, root)
