"""What made answers borrow from recorded ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from nemogen.recordings.fake_values import make
from nemogen.recordings.known_texts import known_texts
from nemogen.recordings.recording import JsonBody
from tests.recordings.samples import chat, schema_of, stream


def test_whole_answers_go_before_pieces_and_errors_and_long_texts_are_left_out() -> None:
    whole = chat("a")
    body = JsonBody({"role": "assistant", "deep": [{"text": "one"}, {"text": "two"}], "long": "x" * 201, "empty": ""})
    failed = replace(whole, response=replace(whole.response, status=500, body=JsonBody({"message": "no"})))
    found = known_texts([replace(whole, response=replace(whole.response, body=body)), failed, stream("b")])
    assert found["role"] == ("assistant",)
    assert found["text"] == ("one", "two")
    assert not {"long", "empty", "message"} & found.keys()


def test_a_known_text_is_taken_where_the_schema_admits_it() -> None:
    properties = {"role": {"type": "string"}, "kind": {"type": "string", "enum": ["a"]}, "number": {"type": "integer"}}
    node, judge = schema_of({"type": "object", "required": list(properties), "properties": properties})
    known = {"role": ("assistant",), "kind": ("b",), "number": ("7",)}
    value: Any = make(node, judge, seed="0", known=known)
    assert (value["role"], value["kind"], type(value["number"])) == ("assistant", "a", int)
    assert value == make(node, judge, seed="0", known=known)
