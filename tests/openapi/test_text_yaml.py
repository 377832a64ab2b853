from __future__ import annotations

import pytest

from nemogen.errors import SpecError
from nemogen.openapi.text_yaml import decode_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", "no"),
        ("a: on", "on"),
        ("a: 12:30", "12:30"),
        ("a: 2020-01-01", "2020-01-01"),
        ("a: 2020-01-01T10:00:00Z", "2020-01-01T10:00:00Z"),
        ("a: 1_000", "1_000"),
        ("a: =", "="),
        ("a: 010", 10),
        ("a: 0o17", 15),
        ("a: 0x1F", 31),
        ("a: 1e3", 1000.0),
        ("a: -.5", -0.5),
        *((f"a: {word}", True) for word in ("true", "True", "TRUE")),
        *((f"a: {word}", False) for word in ("false", "False", "FALSE")),
        *((f"a: {word}", None) for word in ("null", "Null", "NULL")),
        *((f"a: {word}", word) for word in ("yes", "no", "on", "off", "tRUE", "nULL")),
        ("a: ~", None),
        ("a:", None),
        ('a: "1"', "1"),
        ("a: '~'", "~"),
        ("a: |\n  1\n", "1\n"),
        ("a: !!int '12'", 12),
        ("a: !!str 12", "12"),
        ("a: !!str null", "null"),
        ("a: &x [1]", [1]),
    ],
)
def test_a_scalar_is_read_by_the_rules_of_yaml_1_2(text: str, value: object) -> None:
    assert decode_yaml(text, "f")[0] == {"a": value}


def test_keys_are_strings_as_they_are_written() -> None:
    value, _ = decode_yaml("200: a\n1.0: b\ntrue: c\nnull: d\n0x1F: e\n", "f")
    assert value == {"200": "a", "1.0": "b", "true": "c", "null": "d", "0x1F": "e"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("<<: {a: 1}", {"a": 1}),
        ("<<: {a: 1, b: 2}\na: 3", {"a": 3, "b": 2}),
        ("a: 3\n<<: {a: 1, b: 2}", {"a": 3, "b": 2}),
        ("<<: [{a: 1}, {a: 2, b: 2}]", {"a": 1, "b": 2}),
        ("<<: {a: 1}\n<<: {a: 2, b: 2}", {"a": 1, "b": 2}),
        ("<<: {a: {b: 1}}\na: {c: 2}", {"a": {"c": 2}}),
        ('"<<": {a: 1}', {"<<": {"a": 1}}),
        ("!!merge <<: {a: 1}", {"a": 1}),
        ("<<: 1", {"<<": 1}),
        ("<<: [1]", {"<<": [1]}),
        ("<<: {}\nb: 1", {"b": 1}),
    ],
)
def test_merge_keys_bring_in_what_the_mapping_itself_does_not_have(text: str, value: object) -> None:
    assert decode_yaml(text, "f") == (value, ())


def test_a_merged_mapping_is_left_as_it_is() -> None:
    value, _ = decode_yaml("x: &x {a: 1}\ny: &y {<<: *x, b: 2}\nz: {<<: [*y, *x], a: 0}\n", "f")
    assert value == {"x": {"a": 1}, "y": {"a": 1, "b": 2}, "z": {"a": 0, "b": 2}}


def test_an_alias_to_a_scalar_is_a_key() -> None:
    assert decode_yaml("&k a: &v 1\nb: {*v : *k}\n", "f")[0] == {"a": 1, "b": {"1": "a"}}


def test_an_alias_stands_for_its_value() -> None:
    assert decode_yaml("a: &x {b: [1]}\nc: *x\nd: [*x, *x]\n", "f")[0]["d"] == [{"b": [1]}, {"b": [1]}]


@pytest.mark.parametrize(
    ("text", "what", "line", "column"),
    [
        ("a: [1,", "not valid YAML", 2, 1),
        ("a:\n\t- b", "not valid YAML", 2, 1),
        ("a: .inf", "is not a number that JSON has", 1, 4),
        ("a:\n  - .nan", "is not a number that JSON has", 2, 5),
        ("a: 1e999", "too large", 1, 4),
        ("a: " + "9" * 5000, "5000 digits", 1, 4),
        ("a: !!python/object/apply:os.system [x]", "python/object", 1, 4),
        ("a: !!binary aGk=", "binary", 1, 4),
        ("a: !mine x", "!mine", 1, 4),
        ("? [1]\n: 2", "not a scalar", 1, 3),
        ("a: &x [b]\n*x : 1", "alias as a key", 2, 1),
        ("a: &x [*x]", "not finished", 1, 8),
        ("a: *nowhere", "not there", 1, 4),
        ("a: 1\n---\nb: 2", "second document", 2, 1),
        ("a: " + "[" * 100_000, "more than 200", 1, 203),
        ("- " * 5000 + "x", "more than 200", 1, 401),
        ("a: &x " + "[" * 150 + "]" * 150 + "\nb: " + "[" * 100 + "*x", "more than 200", 2, 104),
        ("# nothing\n", "empty", None, None),
    ],
)
def test_what_json_cannot_hold_is_refused_with_its_place(
    text: str, what: str, line: int | None, column: int | None
) -> None:
    with pytest.raises(SpecError, match=what) as caught:
        decode_yaml(text, "spec.yaml")
    where = caught.value.problems[0].where
    assert where is not None
    assert (where.line, where.column) == (line, column)


def test_aliases_that_would_fill_the_memory_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    with pytest.raises(SpecError, match="5,000,000 values"):
        decode_yaml("\n".join(lines), "spec.yaml")


@pytest.mark.parametrize(
    ("text", "pointer", "line", "column"),
    [
        ("a: 1\na: 2\n", "/a", 2, 1),
        ("a:\n  - x\n  - b/c: 1\n    b/c: 2\n", "/a/1/b~1c", 4, 5),
        ("a: {'': {b: 1, b: 2}}\n", "/a//b", 1, 16),
    ],
)
def test_a_name_that_stands_twice_is_told_with_its_place(text: str, pointer: str, line: int, column: int) -> None:
    (place,) = decode_yaml(text, "spec.yaml")[1]
    assert (place.file, place.pointer, place.line, place.column) == ("spec.yaml", pointer, line, column)


@pytest.mark.parametrize(
    ("text", "pointer"), [("a: .inf", "/a"), ("a: {b: [x, !mine y]}", "/a/b/1"), ("a: 1\n? [1]\n: 2", "")]
)
def test_a_value_that_is_refused_is_told_with_its_pointer(text: str, pointer: str) -> None:
    with pytest.raises(SpecError) as caught:
        decode_yaml(text, "spec.yaml")
    (problem,) = caught.value.problems
    assert problem.where is not None
    assert problem.where.pointer == pointer
