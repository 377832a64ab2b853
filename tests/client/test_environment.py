from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.client.environment import LINE_WIDTH, Text, code, docstring, environment, line, literal, render, toml
from nemogen.errors import TemplateError
from nemogen.text_safety import UNPRINTABLE

TEXTS = st.text() | st.text(alphabet="\"\\\n {}%'`|#\u2028\u202e\x00\r\tab")
VALUES: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.dictionaries(st.text(), inner) | st.lists(inner).map(tuple),
)


def visible(text: str) -> list[str]:
    """The characters that a reader sees."""
    return [each for each in text if each.isprintable() and not each.isspace() and not UNPRINTABLE.match(each)]


@given(TEXTS, st.sampled_from([0, 4, 8, 16]))
def test_text_in_a_docstring_never_leaves_it(text: str, indent: int) -> None:
    body = f'def f():\n{" " * indent or " "}"""{docstring(Text(text), indent)}"""\n{" " * indent or " "}return None\n'
    (function,) = ast.parse(body).body
    assert isinstance(function, ast.FunctionDef)
    assert [type(each) for each in function.body] == [ast.Expr, ast.Return]
    written = ast.get_docstring(function) or ""
    assert visible(written) == visible(text)


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=12), max_size=60))
def test_a_docstring_is_wrapped(words: list[str]) -> None:
    assert all(len(each) <= LINE_WIDTH for each in docstring(" ".join(words), 8).splitlines())


@given(st.lists(st.text(alphabet="abc", min_size=1, max_size=12), min_size=1, max_size=60), st.integers(0, 8))
def test_the_first_line_of_an_entry_uses_the_columns_that_the_others_are_indented_by(
    words: list[str], hanging: int
) -> None:
    first, *others = docstring(" ".join(words), 16, hanging=hanging).splitlines()
    assert len(first) <= LINE_WIDTH - 16 + hanging
    assert all(each.startswith(" " * 16) and len(each) <= LINE_WIDTH for each in others)
    assert " ".join([first, *(each.strip() for each in others)]) == " ".join(words)
    if others:
        assert len(first) + 1 + len(others[0].split()[0]) > LINE_WIDTH - 16 + hanging


@given(VALUES)
def test_a_literal_is_read_as_the_value_it_was(value: Any) -> None:
    assert ast.literal_eval(literal(value)) == value


@given(st.text())
def test_a_literal_of_text_is_read_as_the_text(text: str) -> None:
    assert ast.literal_eval(literal(Text(text))) == text


@pytest.mark.parametrize("value", [object(), [1], {1: object()}, b"bytes"])
def test_what_has_no_literal_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="no literal"):
        literal(value)


@given(TEXTS | st.text(alphabet=st.characters(min_codepoint=0x10000)))
def test_a_toml_string_is_read_as_the_text(text: str) -> None:
    assert tomllib.loads(f"x = {toml(Text(text))}") == {"x": text}


def test_half_a_surrogate_pair_is_replaced_in_toml() -> None:
    assert tomllib.loads(f"x = {toml(chr(0xD800))}") == {"x": "\ufffd"}


@given(TEXTS)
def test_one_line_is_one_line_without_what_cannot_be_seen(text: str) -> None:
    found = line(Text(text))
    assert len(found.splitlines()) <= 1
    assert "\u202e" not in found


@given(TEXTS)
def test_code_does_not_end_its_backticks(text: str) -> None:
    assert "`" not in code(Text(text))


def write(folder: Path, text: str) -> Path:
    (folder / "client").mkdir(parents=True)
    (folder / "client" / "page.jinja").write_text(text)
    return folder


@pytest.mark.parametrize(
    ("text", "row", "reason"),
    [
        ("one\n{{ nobody }}\n", 2, "'nobody' is undefined"),
        ("one\ntwo\n{{ title }}\n", 3, "it takes a filter"),
        ("{{ [1] }}\n", 1, "it takes a filter"),
        ("\n{% if %}{% endif %}\n", 2, "syntax error"),
        ("{{ title | nofilter }}\n", 1, "syntax error"),
        ("one\n{{ 1 / 0 }}\n", 2, "division by zero"),
        ("one\n{{ ''.nothing }}\n", 2, "nothing"),
        ("one\n{{ title | toml | indent('x', y=3) }}\n", 2, "indent"),
    ],
)
def test_a_template_with_an_error_is_named_with_its_line(tmp_path: Path, text: str, row: int, reason: str) -> None:
    made = environment(write(tmp_path, text))
    with pytest.raises(TemplateError, match=reason) as caught:
        render(made, "client/page.jinja", title=Text("Title"))
    where = caught.value.problems[0].where
    assert where
    assert (where.file, where.line) == ("templates/client/page.jinja", row)


def test_an_error_in_an_imported_template_is_named_there(tmp_path: Path) -> None:
    folder = write(tmp_path, '{% from "client/_part.jinja" import part %}\n\n{{ part() }}\n')
    (folder / "client" / "_part.jinja").write_text("{% macro part() %}\n{{ nobody }}\n{% endmacro %}\n")
    with pytest.raises(TemplateError) as caught:
        render(environment(folder), "client/page.jinja")
    assert str(caught.value).startswith("templates/client/_part.jinja:2: ")


def test_a_template_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"no template client/other\.jinja"):
        render(environment(write(tmp_path, "")), "client/other.jinja")
    with pytest.raises(TemplateError, match="no template missing"):
        render(environment(write(tmp_path / "b", '{% include "missing" %}')), "client/page.jinja")


def test_what_is_raised_outside_of_templates_is_not_blamed_on_them(tmp_path: Path) -> None:
    def fails() -> str:
        raise NotImplementedError

    with pytest.raises(TemplateError):
        render(environment(write(tmp_path, "{{ fails() }}")), "client/page.jinja", fails=fails)
    with pytest.raises(AttributeError):
        render(environment(tmp_path), 5)  # type: ignore[arg-type]


def test_text_is_false_when_it_is_blank() -> None:
    assert not Text(" \n")
    assert Text("a")
