"""Chunks put together: text, tool calls, usage; whatever the provider's manners."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .drive import CHUNKS, COMPLETION, USAGE, chunk
from .sample.sample_api._runtime.accumulate import Accumulator, as_chunk
from .sample.sample_api._runtime.operation import Accumulate
from .sample.sample_api._runtime.response_stream import text_reader

RULE = Accumulate(
    result="ChatCompletion",
    items="choices",
    delta="delta",
    becomes="message",
    index="index",
    identity="id",
    text="content",
    calls="tool_calls",
    finished="finish_reason",
    constants={"object": ("chat.completion.chunk", "chat.completion")},
    whole=("id", "name", "object", "role", "type"),
)


def gather(*chunks: Any) -> Any:
    accumulator = Accumulator(RULE)
    for piece in chunks:
        accumulator.add(json.dumps(piece).encode())
    return accumulator.document()


def message(*deltas: dict[str, Any]) -> Any:
    return gather(*map(chunk, deltas))["choices"][0]["message"]


def test_the_chunks_of_an_answer_are_the_answer() -> None:
    assert gather(*CHUNKS) == COMPLETION


def test_nothing_gives_nothing() -> None:
    assert gather() is None


def test_a_role_that_is_repeated_is_said_once() -> None:
    assert message({"role": "assistant", "content": "a"}, {"role": "assistant", "content": "b"}) == {
        "role": "assistant",
        "content": "ab",
    }


def test_text_that_the_api_does_not_describe_is_appended_too() -> None:
    assert message({"reasoning_content": "be"}, {"reasoning_content": "cause"})["reasoning_content"] == "because"


def test_null_adds_nothing() -> None:
    assert message({"content": None}, {"content": "a"}, {"content": None}) == {"content": "a"}


@pytest.mark.parametrize("before", [None, "text", ["entry"], 1])
def test_a_message_that_is_no_object_yields_to_the_pieces_of_one(before: object) -> None:
    first = {**chunk({}), "choices": [{"index": 0, "message": before}]}
    assert gather(first, chunk({"content": "a"}))["choices"][0]["message"] == {"content": "a"}


def call(index: int | None = None, call_id: str | None = None, name: str | None = None, arguments: str = "") -> Any:
    function = {"arguments": arguments} if name is None else {"name": name, "arguments": arguments}
    head = {"index": index, "id": call_id, "type": None if call_id is None else "function"}
    return {**{key: value for key, value in head.items() if value is not None}, "function": function}


def whole(call_id: str, name: str, arguments: str) -> Any:
    return {"id": call_id, "type": "function", "function": {"name": name, "arguments": arguments}}


def calls(*pieces: Any) -> Any:
    return message(*({"tool_calls": [piece]} for piece in pieces))["tool_calls"]


def test_pieces_of_tool_calls_are_joined_by_their_index() -> None:
    assert calls(call(0, "a", "f", "{"), call(1, "b", "g", "["), call(0, arguments="}"), call(1, arguments="]")) == [
        whole("a", "f", "{}"),
        whole("b", "g", "[]"),
    ]


def test_pieces_without_an_index_belong_to_their_id_or_to_the_last_call() -> None:
    assert calls(
        call(None, "a", "f", "{"), call(arguments="}"), call(None, "b", "g", "["), call(None, "b", arguments="]")
    ) == [whole("a", "f", "{}"), whole("b", "g", "[]")]


def test_an_id_and_a_name_that_are_repeated_are_said_once() -> None:
    assert calls(call(0, "a", "f", "{"), call(0, "a", "f", "}")) == [whole("a", "f", "{}")]
    assert calls(call(0, "a", "f", "{"), call(0, "", "", "}")) == [whole("a", "f", "{}")]


def test_lists_without_ids_grow() -> None:
    one, two = [{"token": "a", "logprob": -1}], [{"token": "b", "logprob": -2}]
    first = {**CHUNKS[1]["choices"][0], "logprobs": {"content": one}}
    second = {**CHUNKS[2]["choices"][0], "logprobs": {"content": two}}
    answer = gather({**CHUNKS[1], "choices": [first]}, {**CHUNKS[2], "choices": [second]})
    assert answer["choices"][0]["logprobs"]["content"] == one + two


def test_several_choices_are_kept_apart() -> None:
    pieces = [(1, "b"), (0, "a"), (1, "B"), (0, "A")]
    answer = gather(
        *({**chunk({}), "choices": [{"index": index, "delta": {"content": text}}]} for index, text in pieces)
    )
    assert [(item["index"], item["message"]["content"]) for item in answer["choices"]] == [(0, "aA"), (1, "bB")]


def test_it_is_finished_when_every_choice_says_why() -> None:
    accumulator = Accumulator(RULE)
    two = [{"index": 0, "delta": {}, "finish_reason": "stop"}, {"index": 1, "delta": {}, "finish_reason": None}]
    accumulator.add(json.dumps({"choices": two}).encode())
    assert accumulator.finished is False
    accumulator.add(json.dumps({"choices": [{"index": 1, "delta": {}, "finish_reason": "length"}]}).encode())
    assert accumulator.finished is True


def test_usage_survives_a_null_that_comes_after_it() -> None:
    answer = gather(*CHUNKS, {**chunk({}, "stop"), "usage": None, "id": ""})
    assert (answer["usage"], answer["id"]) == (USAGE, "chat-1")


def test_what_waits_to_be_joined_is_bounded() -> None:
    accumulator = Accumulator(RULE)
    piece = json.dumps(chunk({"content": "x" * 10_000})).encode()
    for _ in range(300):
        accumulator.add(piece)
    assert sum(map(len, accumulator._pending)) <= 1 << 20
    document: Any = accumulator.document()
    assert document is not None
    assert len(document["choices"][0]["message"]["content"]) == 3_000_000


@given(st.lists(st.text(max_size=5), min_size=1, max_size=6), st.integers(1, 5))
def test_any_cut_of_the_text_gives_the_same_text(pieces: list[str], size: int) -> None:
    text = "".join(pieces)
    again = [text[start : start + size] for start in range(0, len(text), size)] or [""]
    assert message(*({"content": piece} for piece in pieces)) == message(*({"content": piece} for piece in again))


def test_a_whole_answer_becomes_a_chunk_and_an_answer_again() -> None:
    assert as_chunk(COMPLETION, RULE)["object"] == "chat.completion.chunk"
    assert gather(as_chunk(COMPLETION, RULE)) == COMPLETION


def test_chunks_of_an_odd_form_do_no_harm() -> None:
    assert gather([], 5, {"choices": None}, {"choices": ["x", {"delta": 5}]}, *CHUNKS)["id"] == "chat-1"


def test_the_text_of_a_chunk_is_found_under_the_names_of_any_api() -> None:
    rule = Accumulate(
        result="Song",
        items="Verses",
        delta="part",
        becomes="whole",
        index="no",
        text="class",
        python_names={"Verses": "verses", "class": "class_"},
    )
    second = SimpleNamespace(no=1, part=SimpleNamespace(class_="not this"))
    first = SimpleNamespace(no=0, part=SimpleNamespace(class_="this"))
    assert text_reader(rule)(SimpleNamespace(verses=[second, first])) == "this"
    assert text_reader(rule)(SimpleNamespace(verses=None)) == ""


def test_pieces_belong_together_by_the_names_that_the_rule_gives() -> None:
    rule = Accumulate(result="Song", items="verses", delta="part", becomes="whole", index="no", whole=("key",))
    accumulator = Accumulator(rule)
    for part in ({"key": "C", "lines": [{"no": 1, "text": "la"}]}, {"key": "D", "lines": [{"no": 1, "text": " la"}]}):
        accumulator.add(json.dumps({"verses": [{"no": 3, "part": part}]}).encode())
    assert accumulator.document() == {
        "verses": [{"no": 3, "whole": {"key": "D", "lines": [{"no": 1, "text": "la la"}]}}]
    }
