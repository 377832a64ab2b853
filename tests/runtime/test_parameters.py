"""Styles of parameters (OpenAPI 3.0.3, Parameter Object, table of style examples)."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .sample.sample_api import ArgumentError, omit
from .sample.sample_api._runtime.operation import Parameter, Style
from .sample.sample_api._runtime.parameters import fill_path, headers_of, query_pairs

LIST, OBJECT = ["blue", "black"], {"R": 100, "G": 200}


@pytest.mark.parametrize(
    ("style", "explode", "value", "pairs"),
    [
        ("form", None, "blue", [("color", "blue")]),
        ("form", None, LIST, [("color", "blue"), ("color", "black")]),
        ("form", False, LIST, [("color", "blue,black")]),
        ("form", True, OBJECT, [("R", "100"), ("G", "200")]),
        ("form", False, OBJECT, [("color", "R,100,G,200")]),
        ("spaceDelimited", False, LIST, [("color", "blue%20black")]),
        ("pipeDelimited", False, LIST, [("color", "blue%7Cblack")]),
        ("deepObject", True, OBJECT, [("color%5BR%5D", "100"), ("color%5BG%5D", "200")]),
        (None, None, True, [("color", "true")]),
        (None, None, datetime.date(2026, 1, 2), [("color", "2026-01-02")]),
        (None, None, [], []),
        (None, None, None, []),
        (None, None, omit, []),
    ],
)
def test_a_query_parameter_is_written_in_its_style(
    style: Style | None, explode: bool | None, value: Any, pairs: list[tuple[str, str]]
) -> None:
    parameter = Parameter("colour", "query", name="color", style=style, explode=explode)
    assert query_pairs([parameter], {"colour": value}) == pairs


@pytest.mark.parametrize(
    ("style", "explode", "value", "text"),
    [
        (None, None, "blue", "blue"),
        ("simple", False, LIST, "blue,black"),
        ("simple", False, OBJECT, "R,100,G,200"),
        ("simple", True, OBJECT, "R=100,G=200"),
        ("label", False, "blue", ".blue"),
        ("label", False, LIST, ".blue,black"),
        ("label", True, LIST, ".blue.black"),
        ("label", True, OBJECT, ".R=100.G=200"),
        ("matrix", False, "blue", ";color=blue"),
        ("matrix", False, LIST, ";color=blue,black"),
        ("matrix", True, LIST, ";color=blue;color=black"),
        ("matrix", True, ["a=b"], ";color=a%3Db"),
        ("matrix", False, OBJECT, ";color=R,100,G,200"),
        ("matrix", True, OBJECT, ";R=100;G=200"),
        ("label", True, "a/b", ".a%2Fb"),
        ("matrix", False, "", ";color"),
        ("matrix", True, "a;b", ";color=a%3Bb"),
        (None, None, "ft:a@b;c=d,e+f&g'h", "ft:a@b%3Bc%3Dd%2Ce%2Bf%26g%27h"),
    ],
)
def test_a_parameter_of_the_path_is_written_in_its_style(
    style: Style | None, explode: bool | None, value: Any, text: str
) -> None:
    parameter = Parameter("colour", "path", name="color", style=style, explode=explode)
    assert fill_path("/x/{color}", [parameter], {"colour": value}) == f"/x/{text}"


@pytest.mark.parametrize("style", ["simple", "label", "matrix"])
@pytest.mark.parametrize("value", ["", [], {}, None, omit])
def test_nothing_is_no_argument_of_a_path_in_any_style(style: Style, value: Any) -> None:
    if style == "matrix" and value == "":
        value = None  # of an empty text there is the name (RFC 6570, section 3.2.7)
    with pytest.raises(ArgumentError):
        fill_path("/x/{color}", [Parameter("colour", "path", name="color", style=style)], {"colour": value})


def test_headers_and_cookies_carry_arguments() -> None:
    parameters = [
        Parameter("trace", "header", name="X-Trace"),
        Parameter("session", "cookie"),
        Parameter("theme", "cookie"),
        Parameter("absent", "header"),
    ]
    assert headers_of(parameters, {"trace": LIST, "session": "a;b", "theme": 1, "absent": omit}) == {
        "x-trace": "blue,black",
        "cookie": "session=a%3Bb; theme=1",
    }


@given(st.text(min_size=1))
def test_an_argument_never_adds_a_segment_or_a_query(value: str) -> None:
    if value in (".", "..") or any("\ud800" <= sign <= "\udfff" for sign in value):
        return
    path = fill_path("/a/{id}/b", [Parameter("id", "path")], {"id": value})
    assert path.count("/") == 3
    assert "?" not in path
    assert "#" not in path
