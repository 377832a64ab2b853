from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.errors import SpecError
from nemogen.source.bounded_read import read_bounded
from nemogen.source.json_text import MAX_DEPTH
from nemogen.source.load import load, require_openapi

MINIMAL = b'{"openapi": "3.0.3", "info": {}, "paths": {}}'

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None)
@given(json_values)
def test_json_is_read_as_python_reads_it(value: object) -> None:
    assert load(json.dumps(value).encode(), "spec.json").value == value


@settings(deadline=None)
@given(json_values)
def test_the_same_value_is_read_from_yaml(value: object) -> None:
    import yaml

    assert load(json.dumps([value]).encode(), "spec.yaml").value == [value]
    assert load(yaml.safe_dump(value, default_style='"').encode(), "spec.yaml").value == value


@pytest.mark.parametrize(
    ("content", "what", "line", "column"),
    [
        (b"", "empty", None, None),
        (b" \n\t ", "empty", None, None),
        (b"\xef\xbb\xbf", "empty", None, None),
        (b'{"a": 1,', "ends too early", 1, 9),
        (b'{\n"a": "x', "ends too early", 2, 6),
        (b"{", "ends too early", 1, 2),
        (b'{"a": 1} x', "Extra data", 1, 10),
        (b'{"a": 1,\n "b": }', "Expecting value", 2, 7),
        (b"{'a': 1}", "Expecting property name", 1, 2),
        (b'{"a": NaN}', "NaN is not a number", 1, 7),
        (b'{"a": [1,\n -Infinity]}', "-Infinity is not a number", 2, 2),
        (b'{"a": 1e999}', "too large", 1, 7),
        (b'{"a": ' + b"9" * 5000 + b"}", "5000 digits", 1, 7),
        (b'{"a": "\\ud800"}', "surrogate", 1, 7),
        (b'{\n  "\\udfff": 1}', "surrogate", 2, 3),
        (b'{"a":' * 300 + b"1" + b"}" * 300, "more than 200", 1, 1002),
        (b"[" * 200_000, "more than 200", 1, 202),
        (b'{"a": "\xff"}', "not UTF-8", 1, 8),
        (b'{\n"\xc3\xa9": \xc3}', "not UTF-8", 2, 6),
        ("{}".encode("utf-16"), "UTF-16", 1, 1),
        ("{}".encode("utf-16-le"), "UTF-16", 1, 1),
        (b"\x7fELF\0\0", "UTF-16", 1, 1),
        (b"\x1f\x8b\x08{}", "compressed by gzip", 1, 1),
        (b"PK\x03\x04{}", "a ZIP archive", 1, 1),
        (b"%PDF-1.7", "a PDF", 1, 1),
        (b"<!DOCTYPE html>", "HTML", 1, 1),
        (b"\xef\xbb\xbf <html lang=en>", "HTML", 1, 1),
        (b"404: Not Found", "not valid JSON", 1, 4),
        (b"version https://git-lfs.github.com/spec/v1", "Git LFS", 1, 1),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(
    content: bytes, what: str, line: int | None, column: int | None
) -> None:
    with pytest.raises(SpecError, match=what) as caught:
        require_openapi(load(content, "spec.json"))
    problem = caught.value.problems[0]
    assert problem.where is not None
    assert problem.remedy
    if line is not None:
        assert (problem.where.file, problem.where.line, problem.where.column) == ("spec.json", line, column)


def read_or_refused(content: bytes, name: str) -> object:
    """The value, or what is wrong with the content."""
    try:
        return load(content, name).value
    except SpecError as error:
        return error.problems


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for name in ("spec.json", "spec.yaml"):
        found = read_or_refused(content, name)
        if isinstance(found, tuple):
            assert all(each.what and each.where and each.where.file == name for each in found)
        else:
            assert json.loads(json.dumps(found)) == found


def test_a_surrogate_pair_is_a_character() -> None:
    assert load(b'{"a": "\\ud83d\\ude0a \\\\ud800"}', "spec.json").value == {"a": "\U0001f60a \\ud800"}


def test_a_depth_at_the_limit_is_read() -> None:
    content = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    assert load(content, "spec.json").value == load(content, "spec.yaml").value


def test_a_large_whole_number_stays_exact() -> None:
    assert load(b'{"maximum": 18446744073709551615}', "spec.json").value == {"maximum": 18446744073709551615}


@pytest.mark.parametrize("file", ["spec.json", "spec.yaml"])
def test_each_key_that_stands_twice_in_an_object_is_a_finding(file: str) -> None:
    content = b'{"a": {"b": 1, "c": [{"b": 2, "b": 3}], "b": 4},\n "a": {"b": 5}}'
    loaded = load(content, file)
    assert loaded.value == {"a": {"b": 5}}
    assert [str(finding.revision) for finding in loaded.findings] == [
        f"{file}:1:31#/a/c/0/b",
        f"{file}:1:41#/a/b",
        f"{file}:2:2#/a",
    ]


def test_a_document_without_a_name_that_tells_is_known_by_its_content() -> None:
    assert load(b"openapi: 3.0.3\npaths: {}\n", "https://example.com/spec?format=x").value["openapi"] == "3.0.3"
    assert load(b'{"openapi": "3.0.3"}', "https://example.com/spec").value == {"openapi": "3.0.3"}


def test_a_pointer_has_a_place_in_the_text() -> None:
    assert str(load(b'{"info": {\n "title": 1}}', "spec.json").locate("/info/title")) == "spec.json:2:2#/info/title"
    assert str(load(b"info:\n  title: 1\n", "spec.yaml").locate("/info/title")) == "spec.yaml:2:3#/info/title"


@pytest.mark.parametrize(
    "content", [MINIMAL, b'{"openapi": "3.1.0", "webhooks": {}}', b'{"openapi":"3.2.0","paths":{}}']
)
def test_openapi_is_taken(content: bytes) -> None:
    loaded = load(content, "spec.json")
    assert require_openapi(loaded) is loaded.value


@pytest.mark.parametrize(
    ("content", "what", "pointer"),
    [
        (b'{"openapi": "3.0.3",\n "paths": [{"path": "/a"}]}', "paths is a JSON list", "/paths"),
        (b'{"openapi": "3.0.3", "paths": null}', "paths is a JSON null", "/paths"),
        (b'{"openapi": "3.0.3"}', "paths is missing", ""),
        (b'{"openapi": "3.1.0"}', "paths is missing", ""),
        (b'{"swagger": "1.2", "paths": {}}', "an unsupported Swagger version", ""),
        (b'{"openapi": "4.0.0", "paths": {}}', "version '4.0.0'", "/openapi"),
        (b'{"openapi": 3, "paths": {}}', "version 3", "/openapi"),
        (b'{"asyncapi": "3.0.0"}', "AsyncAPI", ""),
        (b'{"arazzo": "1.0.0"}', "Arazzo", ""),
        (b'{"overlay": "1.0.0"}', "Overlay", ""),
        (b'{"info": {}, "item": []}', "Postman", ""),
        (b'{"$schema": "x", "type": "object"}', "JSON Schema", ""),
        (b'{"paths": {}}', "not the key openapi", ""),
        (b'{"message": "Not Found"}', "error message", ""),
        (b"{}", "the key openapi is missing", ""),
        (b"[]", "a JSON list", ""),
        (b'"openapi"', "a JSON string", ""),
        (b"null", "a JSON null", ""),
        (b"true", "a JSON boolean", ""),
        (b"3", "a JSON number", ""),
    ],
)
def test_what_is_no_openapi_is_distinguished(content: bytes, what: str, pointer: str) -> None:
    with pytest.raises(SpecError, match=what) as caught:
        require_openapi(load(content, "spec.json"))
    problem = caught.value.problems[0]
    assert problem.where is not None
    assert (problem.where.pointer, problem.where.line is not None) == (pointer, True)
    assert problem.remedy


def test_a_file_is_read_within_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "spec.json"
    path.write_bytes(MINIMAL)
    assert read_bounded(path, "spec.json") == MINIMAL
    with pytest.raises(SpecError, match="larger than 10 bytes"):
        read_bounded(path, "spec.json", 10)


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="no such file"):
        read_bounded(tmp_path, "specs")
    with pytest.raises(SpecError, match="no such file"):
        read_bounded(Path("/dev/zero"), "zero")


def test_a_pin_may_be_yaml_though_every_pin_is_called_openapi_json() -> None:
    assert load(b"openapi: 3.0.3\npaths: {}\n", "openapi.json").value == {"openapi": "3.0.3", "paths": {}}


@pytest.mark.parametrize("version", [b"3.0", b"3.1", b'"3.2.0"'])
def test_a_version_without_quotes_is_one(version: bytes) -> None:
    loaded = load(b'{"openapi": ' + version + b', "paths": {}}', "spec.json")
    assert require_openapi(loaded)["paths"] == {}
