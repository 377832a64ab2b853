"""What the mock server makes up: one plain, valid response, in the words of the request, streamed chunk by chunk."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from nemogen.config import Stream
from nemogen.recordings.bundled_tests.loopback import ReceivedRequest
from nemogen.recordings.plain_streams import names_in, spread
from nemogen.recordings.plain_values import included_by, make_plain
from tests.recordings.samples import schema_of
from tests.recordings.test_fake_values import SCHEMAS
from tests.recordings.test_serve import HELLO, ask, mark, mock, value

CALL = {"type": "object", "properties": {"index": {"type": "integer"}, "name": {"type": "string"}}}
PIECE = {
    "type": ["object", "null"],
    "properties": {
        "role": {"enum": ["system", "assistant", "tool"]},
        "content": {"type": ["string", "null"]},
        "refusal": {"type": ["string", "null"]},
        "tool_calls": {"type": ["array", "null"], "items": CALL},
    },
}
CHUNK: dict[str, Any] = {
    "type": "object",
    "required": ["model", "choices"],
    "properties": {
        "model": {"type": "string"},
        "choices": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["index", "finish_reason"],
                "properties": {
                    "index": {"type": "integer"},
                    "delta": PIECE,
                    "finish_reason": {"enum": ["length", "stop", "tool_calls", None]},
                    "logprobs": {"type": "array", "items": {"type": "number"}},
                },
            },
        },
    },
}
STREAM = Stream(delta="choices[].delta", text="content", finished="finish_reason")
TOOLS = {"model": "m1", "tools": [{"name": "f"}]}


def plain(schema: Any, request: Any = None) -> Any:
    node, judge = schema_of(schema)
    return make_plain(node, judge, seed="0", known={}, request=request, wanted=names_in(STREAM))


def test_it_has_one_choice_in_the_words_of_the_request_and_nothing_that_was_not_asked_for() -> None:
    (choice,) = plain(CHUNK, {"model": "m1", "tools": []})["choices"]
    assert choice == {
        "index": 0,
        "delta": {"role": "assistant", "content": "This is a response of the mock server."},
        "finish_reason": "stop",
    }
    assert plain(CHUNK, {"model": "m1"})["model"] == "m1"


def test_a_text_is_a_json_document_only_where_the_request_asks_for_a_format() -> None:
    node, judge = schema_of({"type": "object", "properties": {"content": {"type": "string"}}})
    known = {"content": ('{"length": 2}', "Whales sing.")}

    def texts(request: Any) -> set[Any]:
        made: list[Any] = [make_plain(node, judge, seed=str(n), known=known, request=request) for n in range(20)]
        return {each["content"] for each in made}

    assert texts({"messages": []}) == {"Whales sing."}
    assert '{"length": 2}' in texts({"response_format": {"type": "json_object"}})


def test_numbers_that_are_called_like_times_are_times_where_these_are_valid() -> None:
    members: dict[str, Any] = {
        "created": {"type": "integer"},
        "expires_at": {"type": ["number", "null"]},
        "updated_at": {"type": "string", "format": "date-time"},
        "stopped_at": {"type": "integer", "maximum": 10},
        "seconds": {"type": "integer", "maximum": 10},
    }
    found = plain({"type": "object", "required": list(members), "properties": members})
    assert (found["created"], found["expires_at"]) == (1_767_225_600, 1_767_225_600)
    assert "T" in found["updated_at"]
    assert max(found["stopped_at"], found["seconds"]) <= 10


def test_a_request_with_tools_may_get_a_call() -> None:
    (choice,) = plain(CHUNK, TOOLS)["choices"]
    (call,) = choice["delta"]["tool_calls"]
    assert (call["index"], sorted(call), choice["finish_reason"]) == (0, ["index", "name"], "tool_calls")


def test_the_messages_of_a_request_do_not_ask_for_all_that_a_message_may_have() -> None:
    message = {**PIECE, "required": ["role", "content", "refusal"]}
    choice = {"type": "object", "required": ["message"], "properties": {"message": message}}
    choices = {"type": "array", "items": choice}
    schema = {"type": "object", "required": ["choices"], "properties": {"choices": choices}}
    request: dict[str, Any] = {"messages": [{"role": "user", "content": "Hello"}]}
    said = {"role": "assistant", "content": "This is a response of the mock server.", "refusal": None}
    assert plain(schema, request)["choices"] == [{"message": said}]
    called = plain(schema, {**request, "tools": [{"name": "f"}]})["choices"][0]["message"]
    assert {**called, "tool_calls": []} == {**said, "tool_calls": []}
    assert len(called["tool_calls"]) == 1


def test_its_text_is_streamed_in_pieces_and_only_the_last_is_finished() -> None:
    node, judge = schema_of(CHUNK)
    found: Any = spread(plain(CHUNK, TOOLS), STREAM, node, judge)
    assert [each["choices"][0]["delta"]["content"] for each in found] == [
        "This is a ",
        "response of the ",
        "mock server.",
    ]
    assert [each["choices"][0]["finish_reason"] for each in found] == [None, None, "tool_calls"]
    assert ["tool_calls" in each["choices"][0]["delta"] for each in found] == [True, False, False]
    assert [each["choices"][0]["delta"].get("role") for each in found] == ["assistant", None, None]
    assert len({each["model"] for each in found}) == 1


def test_a_flag_of_the_request_asks_for_a_member_in_a_chunk_of_its_own() -> None:
    usage = {"type": ["object", "null"], "required": ["total"], "properties": {"total": {"type": "integer"}}}
    schema = {**CHUNK, "properties": {**CHUNK["properties"], "usage": usage}}
    node, judge = schema_of(schema)

    def streamed(options: Any) -> list[Any]:
        request = {"stream_options": options}
        made = plain(schema, request)
        return list(spread(made, STREAM, node, judge, at_end=included_by(request)))

    assert ["usage" in each for each in streamed({"include_usage": False})] == [False] * 3
    *text, last = streamed({"include_usage": True})
    assert ["usage" in each for each in text] == [False] * 3
    assert (last["choices"], list(last["usage"])) == ([], ["total"])
    schema["properties"]["choices"] = {**CHUNK["properties"]["choices"], "minItems": 1}
    node, judge = schema_of(schema)
    assert ["usage" in each for each in streamed({"include_usage": True})] == [False, False, True]


def test_pieces_stay_valid_where_every_chunk_has_to_say_all() -> None:
    strict = json.loads(json.dumps(CHUNK))
    item = strict["properties"]["choices"]["items"]["properties"]
    item["finish_reason"] = {"enum": ["stop"]}
    item["delta"]["required"] = ["role", "content"]
    node, judge = schema_of(strict)
    found: Any = spread(plain(strict), STREAM, node, judge)
    assert len(found) == 3
    for each in found:
        jsonschema.validate(each, strict)


def test_what_has_no_text_is_one_chunk() -> None:
    node, judge = schema_of({"type": "object"})
    assert spread({"a": 1}, STREAM, node, judge) == spread({"a": 1}, None, node, judge) == [{"a": 1}]


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_plain_value_is_valid(schema: Any) -> None:
    jsonschema.validate(plain(schema), schema)


def test_each_request_is_logged_without_its_query() -> None:
    lines: list[str] = []
    reported = mock(log=lines.append)
    ask(HELLO, to=reported)
    ask({**HELLO, "heat": 1}, to=reported)
    ask(None, to=reported, path="/nowhere?key=secret", method="GET")
    assert [line.split()[:3] for line in lines] == [
        ["POST", "/base/v1/chat", "200"],
        ["POST", "/base/v1/chat", "200"],
        ["GET", "/nowhere", "404"],
    ]
    assert [line.split()[3] for line in lines] == ["recorded", "made", "refused"]


def asked(method: str, *headers: tuple[str, str], body: Any = None) -> ReceivedRequest:
    fields = (("content-type", "application/json"), ("origin", "http://localhost:3000"), *headers)
    return ReceivedRequest(method, "/base/v1/chat", fields, b"" if body is None else json.dumps(body).encode())


def test_a_page_may_ask_what_it_may_send() -> None:
    wanted = ("access-control-request-method", "POST"), ("access-control-request-headers", "authorization")
    found = mock().respond(asked("OPTIONS", *wanted))
    headers = dict(found.headers)
    assert (found.status, found.chunks) == (204, ())
    assert headers["access-control-allow-methods"] == "POST"
    assert headers["access-control-allow-headers"] == "authorization"
    assert headers["access-control-allow-origin"] == "http://localhost:3000"


def test_a_page_may_read_responses_and_errors() -> None:
    for body in (HELLO, {}):
        found = mock().respond(asked("POST", body=body))
        headers = dict(found.headers)
        assert headers["access-control-allow-origin"] == "http://localhost:3000"
        assert "x-mock-response" in headers["access-control-expose-headers"]


def test_a_program_that_is_no_page_gets_no_headers_for_pages() -> None:
    found = ask(HELLO)
    assert not [name for name, _ in found.headers if name.startswith("access-control")]
    assert mark(found).startswith("recorded")
    assert value(found)


def test_options_names_the_methods_of_a_path() -> None:
    found = ask(None, method="OPTIONS")
    assert (found.status, dict(found.headers)["allow"]) == (204, "POST")
    assert ask(None, method="OPTIONS", path="/nowhere").status == 404
