"""Positions of JSON Pointers, held against the json module and PyYAML."""

from __future__ import annotations

import json
import os
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.openapi.text_positions import Position, locate, with_positions

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6)
KEYS = st.text(max_size=4) | st.sampled_from(["a/b", "~", "", '"', "\\", "é", "\U0001f600", "0"])
DOCUMENTS = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12
)


def pointers_of(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    yield pointer, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in pairs:
        yield from pointers_of(inner, f"{pointer}/{str(name).replace('~', '~0').replace('/', '~1')}")


def text_at(text: str, position: Position) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join([lines[position.line - 1][position.column - 1 :], *lines[position.line :]])


def value_at(rest: str, pointer: str) -> Any:
    """The JSON value that a position leads to: past the key, where it stands on the key of this pointer."""
    decoder = json.JSONDecoder(strict=False)
    value, end = decoder.raw_decode(rest)
    behind = rest[end:].lstrip()
    if behind.startswith(":"):
        assert value == pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
        value, _ = decoder.raw_decode(behind[1:].lstrip())
    return value


@given(DOCUMENTS, st.sampled_from([None, 0, 2]), st.booleans(), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_every_pointer_of_a_json_document_leads_to_its_key_and_value(
    document: Any, indent: int | None, ascii_only: bool, line_break: str, mark: bool
) -> None:
    text = json.dumps(document, indent=indent, ensure_ascii=ascii_only).replace("\n", line_break)
    raw = ("\ufeff" if mark else "").encode() + text.encode()
    wanted = dict(pointers_of(document))
    found = locate(raw, wanted)
    assert found.keys() == wanted.keys()
    for pointer, value in wanted.items():
        assert value_at(text_at(text, found[pointer]), pointer) == value


@given(DOCUMENTS.filter(lambda value: isinstance(value, dict | list) and bool(value)))
def test_yaml_in_block_style_is_located_as_the_same_json_is(document: Any) -> None:
    text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=10_000)
    assume(yaml.safe_load(text) == document)  # PyYAML does not read back every line separator that it writes
    positions = locate(text.encode(), [pointer for pointer, _ in pointers_of(document)])
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert root is not None
    marks = dict(yaml_marks(root))
    for pointer, _ in pointers_of(document):
        assert positions[pointer] == marks[pointer]


def yaml_marks(node: yaml.Node, pointer: str = "", mark: yaml.Mark | None = None) -> Iterator[tuple[str, Position]]:
    mark = mark or node.start_mark
    before = mark.buffer[: mark.pointer] if mark.buffer else ""
    tail = before.replace("\r\n", "\n").replace("\r", "\n")
    yield pointer, Position(tail.count("\n") + 1, len(tail) - (tail.rfind("\n") + 1) + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from yaml_marks(value, f"{pointer}/{key.value.replace('~', '~0').replace('/', '~1')}", key.start_mark)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from yaml_marks(item, f"{pointer}/{index}")


@given(st.binary(max_size=60) | st.text(alphabet='{}[]":,\\ \n-&*?' + string.ascii_letters).map(str.encode))
def test_bytes_of_any_kind_are_located_without_an_error(raw: bytes) -> None:
    position = locate(raw, ["/a/0"])["/a/0"]
    assert position.line >= 1
    assert position.column >= 1


def test_of_duplicate_keys_the_last_one_counts() -> None:
    raw = b'{"a": {"x": 1, "only": 1},\n "a": {"x": 2}}'
    assert locate(raw, ["/a", "/a/x", "/a/only"]) == {
        "/a": Position(2, 2),
        "/a/x": Position(2, 8),
        "/a/only": Position(2, 2),
    }


def test_a_pointer_that_leads_nowhere_stands_at_its_nearest_ancestor() -> None:
    raw = b'{"paths": {"/v1": [\n  {"get": 1}]}}'
    found = locate(raw, ["/paths/~1v1/0/put/x", "/paths/~1v1/7", "/paths/~1v1/00", "/nothing", "no pointer"])
    assert found == {
        "/paths/~1v1/0/put/x": Position(2, 3),
        "/paths/~1v1/7": Position(1, 12),
        "/paths/~1v1/00": Position(1, 12),
        "/nothing": Position(1, 1),
        "no pointer": Position(1, 1),
    }


def test_a_key_written_with_escapes_is_found_by_what_it_means() -> None:
    raw = b'{"\\u0061\\/b": {"\\ud83d\\ude00": 1}}'
    assert locate(raw, ["/a~1b/\U0001f600"]) == {"/a~1b/\U0001f600": Position(1, 16)}


def test_columns_count_characters_and_not_bytes() -> None:
    assert locate('{"é\U0001f600": 1, "b": 2}'.encode(), ["/b"]) == {"/b": Position(1, 11)}


def test_a_line_separator_inside_a_string_is_no_new_line() -> None:
    assert locate('{"a": "\u2028\u0085",\n "b": 2}'.encode(), ["/b"]) == {"/b": Position(2, 2)}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_other_encodings_of_unicode_are_read(encoding: str) -> None:
    assert locate('{"a":\n 1, "b": 2}'.encode(encoding), ["/b"]) == {"/b": Position(2, 5)}


def test_yaml_that_begins_with_a_bracket_is_read_as_yaml() -> None:
    assert locate(b"{openapi: 3.1.0,\n paths: {/a: {get: x}}}", ["/paths/~1a/get"]) == {
        "/paths/~1a/get": Position(2, 15)
    }


def test_a_pointer_into_a_yaml_alias_stands_at_the_alias() -> None:
    raw = b"base: &b\n  x: 1\nuse: *b\nafter: {y: *b}\n200: ok\n"
    assert locate(raw, ["/use/x", "/after/y/x", "/200"]) == {
        "/use/x": Position(3, 1),
        "/after/y/x": Position(4, 9),
        "/200": Position(5, 1),
    }


def test_a_yaml_key_that_is_a_mapping_does_not_shift_what_follows() -> None:
    assert locate(b"? {a: 1}\n: {b: 2}\nc:\n  d: 3\n", ["/c/d", "/b"]) == {"/c/d": Position(4, 3), "/b": Position(1, 1)}


def test_a_document_that_is_cut_off_is_located_as_far_as_it_goes() -> None:
    raw = b'{"a": {"b": 1,\n "c": "never end'
    assert locate(raw, ["/a/b", "/a/c/d"]) == {"/a/b": Position(1, 8), "/a/c/d": Position(2, 2)}


@pytest.mark.parametrize("opening", [b"[", b"a: [", b'{"a":'])
def test_a_document_nested_beyond_all_stacks_is_located(opening: bytes) -> None:
    deep = opening + b"[" * 200_000
    assert locate(deep, ["/a/0/0"])["/a/0/0"].line == 1


def test_findings_get_positions_only_in_the_documents_at_hand() -> None:
    finding = Finding(
        id="x",
        level=Level.DOCS,
        message="m",
        base=Location("old.json", "/a"),
        revision=Location("new.json", "/gone/x"),
        locations=(Location("new.json", "/b"), Location("other.json", "/b"), Location("new.json", "/b", line=7)),
    )
    (placed,) = with_positions([finding], {"new.json": b'{\n"b": 1}', "old.json": b'{"a": 1}'})
    assert placed.base == Location("old.json", "/a", 1, 2)
    assert placed.revision == Location("new.json", "/gone/x", 1, 1)
    assert placed.locations == (
        Location("new.json", "/b", 2, 1),
        Location("other.json", "/b"),
        Location("new.json", "/b", line=7),
    )


UPSTREAM = os.environ.get("NEMOGEN_UPSTREAM")


@pytest.mark.skipif(not UPSTREAM, reason="NEMOGEN_UPSTREAM is not set: no real documents to locate pointers in")
def test_every_pointer_of_real_documents_is_found() -> None:
    for path in sorted(Path(UPSTREAM or "").glob("other/*.json")):
        raw = path.read_bytes()
        wanted = dict(pointers_of(json.loads(raw)))
        found = locate(raw, wanted)
        lines = raw.decode().split("\n")
        for pointer in wanted:
            name = pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
            rest = lines[found[pointer].line - 1][found[pointer].column - 1 :]
            assert name.isdigit() or not name or json.loads(rest.partition(":")[0]) == name
