"""names.toml: bytes and value, and what the merge of two branches makes of it."""

from __future__ import annotations

import pytest

from nemogen.errors import ConfigError
from nemogen.given_arguments import argument_key, kept_arguments
from nemogen.given_names import Entry, Names, dump_names, parse_names

NAMES = Names(
    arguments={argument_key("get", "/pets/{id}", "pageSize", "query"): Entry("page_size")},
    classes={"/components/schemas/Pet": Entry("Pet", "0123456789abcdef"), "/a": Entry("Old", last="0.1.0")},
    methods={"GET /pets/{}": Entry("pets.retrieve")},
)


def test_names_are_sorted_and_stand_one_a_line() -> None:
    text = dump_names(NAMES).decode()
    assert text.splitlines()[1:] == [
        "",
        "[arguments]",
        '"GET /pets/{} query pageSize" = { name = "page_size" }',
        "",
        "[classes]",
        '"/a" = { name = "Old", last = "0.1.0" }',
        '"/components/schemas/Pet" = { name = "Pet", shape = "0123456789abcdef" }',
        "",
        "[methods]",
        '"GET /pets/{}" = { name = "pets.retrieve" }',
    ]
    assert parse_names(text.encode(), "names.toml") == NAMES
    assert kept_arguments(NAMES) == {"GET /pets/{}": {("pageSize", "query"): "page_size"}}


MERGED = b"""
[classes]
"/a" = { name = "A" }
"/a" = { name = "AOther" }
"/b" = { name = "B" }
"/c" = { name = "B" }
"""
SHAPES = [f'"/a" = {{ name = "A", shape = "{digit * 16}" }}' for digit in "01"]


def test_a_merge_that_contradicts_itself_is_read_and_reported() -> None:
    found = parse_names(MERGED, "names.toml")
    assert {key: each.name for key, each in found.classes.items()} == {"/a": "A", "/b": "B"}
    assert [(each.what, each.where and each.where.line) for each in found.conflicts] == [
        ("two names for /a: A and AOther", 4),
        ("one name for two: B is /b, and /c", 6),
    ]


def test_entries_of_one_name_that_differ_are_reported_as_entries() -> None:
    removed = '"Item price" = {{ name = "Item", last = "0.1.0", schema = \'{{"type": "{}"}}\' }}'.format
    text = "\n".join(["[removed]", removed("number"), removed("integer"), "[classes]", *SHAPES])
    found = parse_names(text.encode(), "names.toml")
    assert [(each.what, each.where and each.where.line, each.remedy) for each in found.conflicts] == [
        ("two entries for Item price", 3, "The first is kept. Remove this line: nemogen generate."),
        ("two entries for /a", 6, "The first is kept. Remove this line: nemogen generate."),
    ]
    assert (found.removed["Item price"].schema, found.classes["/a"].shape) == ('{"type": "number"}', "0" * 16)


def test_the_base_branch_wins() -> None:
    base = Names(classes={"/a": Entry("AOther"), "/c": Entry("B")})
    found = parse_names(MERGED, "names.toml", base)
    assert {key: each.name for key, each in found.classes.items()} == {"/a": "AOther", "/c": "B"}


@pytest.mark.parametrize(
    "line",
    [
        '"/a" = "A"', '"/a" = { name = 1 }', '"/a" = { name = "not a name" }', '"/a" = { nom = "A" }', "<<<<<<< HEAD",
        '"/a" = { name = "A", shape = "x" }', '"/a" = { name = "A.__class__" }', '"/a" = { name = "A", last = "1" }',
    ],
)  # fmt: skip
def test_a_line_that_is_no_entry_is_an_error_with_its_location(line: str) -> None:
    with pytest.raises(ConfigError, match=r"names\.toml:2"):
        parse_names(f"[classes]\n{line}\n".encode(), "names.toml")
