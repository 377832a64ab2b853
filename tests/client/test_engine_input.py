from __future__ import annotations

import textwrap
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemogen.client.engine_input import for_models
from nemogen.client.media_types import body_kind
from nemogen.client.param_types import for_params, module_of
from nemogen.client.prose import prose
from nemogen.client.reachable import reached
from nemogen.findings import Direction
from tests.naming.small import one, operation, prepared, properties, ref, spec

STRING = {"type": "string"}


@pytest.mark.parametrize(
    ("media", "kind"),
    [
        ("application/json; charset=utf-8", "json"),
        ("application/vnd.api+json", "json"),
        ("*/*", "json"),
        ("multipart/form-data", "multipart"),
        ("application/x-www-form-urlencoded", "form"),
        ("text/plain", "text"),
        ("", "binary"),
    ],
)
def test_a_media_type_says_how_a_body_is_sent(media: str, kind: str) -> None:
    assert body_kind(media) == kind


def test_components_are_reached_by_those_who_send_them() -> None:
    schemas = {name: properties(next=ref(below)) for name, below in (("A", "B"), ("C", "B"))} | {
        "B": properties(b=STRING)
    }
    document = prepared(one(ref("A"), ref("C"), schemas))
    assert reached(document, Direction.RESPONSE) == {"A", "B"}
    assert reached(document, Direction.REQUEST) == {"C", "B"}


def test_dicts_are_made_of_what_requests_hold_and_take_models_too() -> None:
    document = prepared(one(properties(x=STRING), properties(a=ref("A")), {"A": properties(b=STRING)}))
    module = module_of(for_params(document), "shop.models")
    assert [each.name for each in module.types] == ["AParam", "ThingRequestParam"]
    assert module.types[1].keys[0].annotation == "NotRequired[AParam | A]"
    assert module.imports == {("shop.models", "A")}


def test_models_have_no_files_and_no_defaults() -> None:
    body = {
        **properties(file={"type": "string", "format": "binary"}, n={"type": "integer", "default": 1}),
        "required": ["file"],
    }
    content = {"content": {"multipart/form-data": {"schema": body}}}
    document = prepared(spec({"/a": {"post": operation(requestBody=content)}}))
    schema = for_models(document).printed["ARequest"]
    assert schema == {"type": "object", "properties": {"n": {"type": "integer"}}, "required": []}


@given(st.text())
def test_prose_holds_no_control_characters_but_line_breaks(text: str) -> None:
    assert all(unicodedata.category(each) not in {"Cc", "Cs"} or each == "\n" for each in prose(text))


@given(text=st.text(st.sampled_from("ab-—. \n\t\r\x0b\x85\u3000é"), max_size=60), width=st.integers(1, 30))
def test_prose_is_laid_out_as_textwrap_lays_out_each_line(text: str, width: int) -> None:
    lines = prose(text, width).split("\n")
    assert lines == [textwrap.fill(each, width, break_long_words=False, break_on_hyphens=False) for each in lines]


def test_prose_keeps_its_lists_and_loses_its_indentation() -> None:
    assert prose("One:\n    - two\n\n\n\n\t- three\r\n") == "One:\n- two\n\n- three"
