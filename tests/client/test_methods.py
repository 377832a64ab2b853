from __future__ import annotations

from typing import Any

import pytest

from tests.client.planned import method, planned
from tests.naming.small import operation, properties, ref, spec

STRING = {"type": "string"}
SWITCH = {"type": "boolean"}
SCHEMAS = {
    "Whole": properties(object={"type": "string", "enum": ["whole"]}, choices=STRING),
    "Piece": properties(object={"type": "string", "enum": ["piece"]}, choices=STRING),
}
STREAM = """
[operations."POST /a"]
name = "a.create"
[operations."POST /a".stream]
end = "[DONE]"
delta = "choices[].delta"
whole = "choices[].message"
text = "content"
"""


def answers(**responses: Any) -> Any:
    """GET /a with these answers, by status without its first letter: each a mapping of media type to schema."""
    found = {
        status[1:]: {"description": "d", "content": {media: {"schema": schema} for media, schema in content.items()}}
        for status, content in responses.items()
    }
    return spec({"/a": {"get": {"responses": found}}}, SCHEMAS)


def streaming(switch: Any, *media: str) -> Any:
    schemas = {"application/json": ref("Whole"), "text/event-stream": ref("Piece")}
    post = operation(body=properties(stream=switch))
    post["responses"]["200"]["content"] = {name: {"schema": schemas[name]} for name in media or schemas}
    return spec({"/a": {"post": post}}, SCHEMAS)


JSON = "application/json"
WHOLE = {JSON: ref("Whole")}


@pytest.mark.parametrize(
    ("document", "returns", "accept"),
    [
        (answers(s200=WHOLE), "Whole", JSON),
        (answers(s200={"application/vnd.api+json": ref("Whole")}), "Whole", "application/vnd.api+json"),
        (answers(s200=WHOLE, s202={"text/plain": STRING}), "Whole | str", "application/json, text/plain"),
        (answers(s200={"text/plain": STRING}), "str", "text/plain"),
        (answers(s200={"audio/mpeg": STRING}), "BinaryContent", "audio/mpeg"),
        (answers(s200={"audio/mpeg": STRING, **WHOLE}), "Whole", JSON),
        (answers(s204={}), "None", JSON),
        (answers(s200={}), "None", JSON),
        (answers(s200=WHOLE, s204={}), "Whole | None", JSON),
        (answers(s200=WHOLE, s404={JSON: ref("Piece")}), "Whole", JSON),
        (answers(sdefault=WHOLE), "Whole", JSON),
        (answers(s200={JSON: {"type": "array", "items": ref("Whole")}}), "list[Whole]", JSON),
        (answers(s200={JSON: STRING}), "A", JSON),
    ],
)
def test_a_method_returns_what_the_successes_hold(document: Any, returns: str, accept: str) -> None:
    found = method(document)
    assert (found.returns, found.accept.value) == (returns, accept)


def test_a_switch_between_one_answer_and_events_asks_for_a_stream() -> None:
    found = method(streaming(SWITCH))
    assert found.streaming
    assert (found.stream_argument, found.streaming.chunk, found.returns) == ("stream", "Piece", "Whole")
    assert found.runtime_call == "call_or_stream"
    assert found.manager_name == ""


@pytest.mark.parametrize("switch", [STRING, {"type": "boolean", "enum": [False]}, {}])
def test_a_property_that_is_no_switch_asks_for_nothing(switch: Any) -> None:
    assert method(streaming(switch)).streaming is None


@pytest.mark.parametrize("switch", [{"type": ["boolean", "null"]}, {"enum": [True, False]}])
def test_a_switch_may_be_null_or_spelt_as_an_enumeration(switch: Any) -> None:
    assert method(streaming(switch)).stream_argument == "stream"


def test_an_answer_of_events_alone_is_always_a_stream() -> None:
    found = method(streaming({"type": "boolean", "enum": [True]}, "text/event-stream"))
    assert (found.runtime_call, found.stream_argument) == ("open_stream", "")


def test_settings_say_how_pieces_add_up() -> None:
    found = method(streaming(SWITCH), STREAM)
    assert found.streaming
    assert found.streaming.accumulation
    assert found.streaming.accumulation.constants == {"object": ("piece", "whole")}
    assert (found.streaming.accumulation.items, found.streaming.accumulation.becomes) == ("choices", "message")
    assert found.manager_name == "stream"


def test_the_manager_of_a_stream_gives_way_to_what_the_resource_has() -> None:
    document = streaming(SWITCH)
    document["paths"]["/a/stream/log"] = {"get": operation()}
    assert planned(document, STREAM).methods()[0][1].manager_name == "create_stream"
    document["paths"]["/a/create_stream/log"] = {"get": operation()}
    assert planned(document, STREAM).methods()[0][1].manager_name.startswith("stream_")


@pytest.mark.parametrize(
    ("more", "summary"),
    [
        ({"summary": "Makes a thing"}, "Makes a thing."),
        ({"summary": "Short.", "description": "Long?"}, "Long?"),
        ({"description": "- one\n- two"}, "- one\n- two"),
        ({"summary": "Old", "deprecated": True}, "Old.\n\nDeprecated."),
        ({}, "GET /a"),
    ],
)
def test_a_method_is_documented_in_sentences(more: dict[str, Any], summary: str) -> None:
    assert method(spec({"/a": {"get": operation(**more)}})).summary.value == summary


@pytest.mark.parametrize(
    ("media", "kind", "sent"),
    [
        ("application/json", "json", ""),
        ("*/*", "json", ""),
        ("application/merge-patch+json", "json", "application/merge-patch+json"),
        ("multipart/form-data", "multipart", ""),
        ("audio/mpeg", "binary", "audio/mpeg"),
        ("image/*", "binary", ""),
    ],
)
def test_a_body_is_sent_as_the_media_type_that_the_api_names(media: str, kind: str, sent: str) -> None:
    body = {"content": {media: {"schema": properties(a=STRING)}}}
    found = method(spec({"/a": {"post": operation(requestBody=body)}}))
    assert (found.body_kind, found.body_type.value) == (kind, sent)
