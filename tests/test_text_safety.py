from __future__ import annotations

import ast
import json
import re
import subprocess
import tomllib
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from nemogen.text_safety import (
    UNPRINTABLE,
    clip,
    in_annotation,
    in_code_span,
    in_json,
    in_markdown,
    in_message,
    in_property,
    in_python,
    in_python_string,
    in_shell,
    in_toml,
    in_xml,
    in_yaml,
    lines,
    plain,
    prose_in_markdown,
    spelt,
    visible,
    without_commands,
)
from tests.hostile_text import TEXTS, commands_in, hidden_in

PARTS = ("#", "[", ":", "::", "##[", "a", "vso", " ", "\n", "\t", "\\", '"', "'", "\x1b", "\u202e", "\U000e0041")
HOSTILE = st.text(alphabet=st.characters()) | st.lists(st.sampled_from([*PARTS, *TEXTS])).map("".join)
ENCODABLE = HOSTILE.filter(lambda text: not any("\ud800" <= each <= "\udfff" for each in text))
IN_ONE_LINE = (plain, in_message, in_annotation, in_property, in_markdown, in_code_span, prose_in_markdown)


@given(HOSTILE)
def test_no_text_keeps_a_character_that_a_terminal_obeys(text: str) -> None:
    result = plain(text)
    assert not UNPRINTABLE.search(result)
    assert len(result.splitlines()) <= 1
    result.encode()
    assert plain(result) == result


@given(HOSTILE)
def test_no_function_leaves_a_command_or_what_nobody_sees(text: str) -> None:
    for change in IN_ONE_LINE:
        result = change(text)
        assert commands_in(f"x {result}") == [], change
        assert hidden_in(result) <= {"\u200b"}, change
        assert "\n" not in result, change
    for result in (lines(text), spelt(text), visible(text)):
        assert hidden_in(result) <= {"\t"}
    assert commands_in(lines(text)) == commands_in(without_commands(visible(text))) == []
    assert commands_in(in_markdown(text)) == []
    assert lines(lines(text)) == lines(text)


@given(HOSTILE)
def test_json_says_the_same_with_its_own_escapes(text: str) -> None:
    for document in (json.dumps({text: [text]}, ensure_ascii=False), json.dumps({text: text}, indent=1)):
        result = in_json(document)
        assert json.loads(result) == json.loads(document)
        assert commands_in(result) == []
        assert hidden_in(result) == set()


@given(ENCODABLE)
def test_toml_says_the_same_with_its_own_escapes(text: str) -> None:
    result = in_toml(text)
    assert tomllib.loads(f"a = {result}") == {"a": text}
    assert commands_in(result) == []
    assert hidden_in(result) == set()


def test_toml_has_no_half_of_a_character() -> None:
    assert tomllib.loads("a = " + in_toml("x\ud800")) == {"a": "x\ufffd"}


@given(ENCODABLE)
def test_yaml_in_double_quotes_says_the_same_with_its_own_escapes(text: str) -> None:
    document = yaml.dump({"a": text, "b": [text]}, default_style='"', allow_unicode=True, width=40)
    result = in_yaml(document)
    assert yaml.safe_load(result) == {"a": text, "b": [text]}
    assert commands_in(result) == []


@given(HOSTILE.map(plain))
def test_xml_says_the_same_with_references_to_characters(text: str) -> None:
    element = ElementTree.Element("a", b=f"##[{text}")
    element.text = f"\n::{text}"
    result = in_xml(ElementTree.tostring(element, encoding="unicode"))
    found = ElementTree.fromstring(result)
    assert (found.get("b"), found.text) == (f"##[{text}", f"\n::{text}")
    assert commands_in(result) == []


@given(HOSTILE)
def test_a_string_of_python_says_the_same_with_its_own_escapes(text: str) -> None:
    result = in_python_string(text)
    assert ast.literal_eval(result) == text
    assert commands_in(result) == []
    assert hidden_in(result) == set()


@given(ENCODABLE, st.sampled_from(["'", '"', "'''", '"""']), st.sampled_from(["", "r", "R"]))
@example("\x80\u0800\n00000000000R1", "'''", "")
@example("T\n\x80", "'''", "r")
def test_a_module_of_python_stays_the_same_module(text: str, quotes: str, prefix: str) -> None:
    inside = text.replace("\x00", "").replace("\r", "").replace("\\", "" if prefix else "\\\\").replace(quotes[0], "")
    inside = inside.replace("\n", " ") if len(quotes) == 1 else inside
    source = f"value = {prefix}{quotes}{inside}{quotes}\n# {plain(text)} ##[x]\nother = [{quotes}##[y]{quotes}]\n"
    result = in_python(source)
    assert ast.dump(ast.parse(result)) == ast.dump(ast.parse(source))
    assert commands_in(result) == []
    assert hidden_in(result) <= {"\t"}


@given(ENCODABLE, st.sampled_from(["'", '"', "'''", '"""']), st.sampled_from(["f", "rf", "Rf"]))
def test_a_formatted_string_stays_the_same_string(text: str, quotes: str, prefix: str) -> None:
    inside = re.sub(r"[\x00\r\\{}'\"]", "", text)
    inside = inside.replace("\n", " ") if len(quotes) == 1 else inside
    literal = f"{prefix}{quotes}é{inside}{{{{{{name!r:\u202e>{{width}}}}{inside}}}}}{quotes}"
    source = f"value = {literal} + {quotes}##[y]{quotes}\n"
    result = in_python(source)
    assert ast.dump(ast.parse(result)) == ast.dump(ast.parse(source))
    assert commands_in(result) == []
    assert hidden_in(result) <= {"\t"}


@pytest.mark.parametrize("literal", ["rf'\\d{x}\u202e'", "f\"{x['\u202e']}\"", "f\"{f'##[a]'}\""])
def test_a_formatted_string_that_the_oldest_python_cannot_escape_stays_as_it_is(literal: str) -> None:
    source = f"value = {literal}\n# ##[x]\n"
    assert in_python(source) == f"value = {literal}\n# \\x23#[x]\n"


@pytest.mark.parametrize("source", ["x = (\x1b", "'\x1b", "x = '''\n::a"])
def test_what_is_no_python_stays_as_it_is(source: str) -> None:
    assert in_python(source) == source


def test_a_backslash_before_a_character_that_is_escaped_stays_a_backslash() -> None:
    assert ast.literal_eval(in_python('"\\\\\x1b"')) == "\\\x1b"
    assert in_python('"\\\u202e"') == '"\\\\\\u202e"'


@pytest.mark.parametrize("text", [text for text in TEXTS if "\x00" not in text])
def test_a_word_of_a_shell_is_one_word(text: str) -> None:
    done = subprocess.run(["sh", "-c", f"printf %s {in_shell(text)}"], capture_output=True, check=True)
    assert done.stdout.decode() == "\n".join(map(spelt, text.split("\n")))
    assert commands_in(in_shell(text)) == []


def test_controls_are_spelt_out_and_words_stay_as_they_are() -> None:
    assert plain("a\x1b[31m\x9b b\r\n\tc \u202e \ud800 \U000e0041") == r"a\x1b[31m\x9b b c \u202e \ud800 \U000e0041"
    assert plain("Grüße, 世界, 👩\u200d🚀 ❤\ufe0f {x} `y` \\n") == "Grüße, 世界, 👩\u200d🚀 ❤\ufe0f {x} `y` \\n"


def test_commands_of_a_runner_are_broken_and_other_signs_stay() -> None:
    assert plain("##[add-mask]e ###[a] ##vso[b]c") == r"\x23#[add-mask]e #\x23#[a] \x23#vso[b]c"
    assert plain("# [a] ## [b] a::b #[c] C++::d") == "# [a] ## [b] a::b #[c] C++::d"
    assert lines("a\n  ::b\n\n::c::d") == "a\n  \\x3a:b\n\n\\x3a:c::d"


def test_a_long_text_ends_in_an_ellipsis() -> None:
    assert clip("abcdef", 6) == "abcdef"
    assert clip("abc def", 5) == "abc…"


def test_people_and_issues_are_not_called_by_a_message() -> None:
    assert in_message("@octocat closes #12, a@b, # and @") == "@\u200boctocat closes #\u200b12, a@\u200bb, # and @"


def test_many_empty_lines_are_read_once() -> None:
    """A pattern that reads all that are left from each of them would need an hour."""
    blank = "\n" * 300_000
    assert lines(f"{blank} ::x") == f"{blank} \\x3a:x"
    assert in_python(f'"""{blank} ::x"""\n') == f'"""{blank} \\x3a:x"""\n'


def test_backticks_that_touch_are_no_code_spans() -> None:
    assert prose_in_markdown("from `a` to `b`") == "from `a` to `b`"
    for text in ("`a``b`", "a `` b", "one ` alone"):
        assert prose_in_markdown(text) == in_markdown(text)
