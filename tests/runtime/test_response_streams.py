"""`stream(...)`: chunks, text, tool calls and the whole answer."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from .drive import CHUNKS, COMPLETION, MESSAGES, MODES, Mode, async_client, chunk, client, events
from .sample.sample_api import (
    ChatCompletion,
    ChatCompletionChunk,
    ResponseStream,
    SampleApi,
    StreamTruncatedError,
    ToolCall,
)
from .sample.sample_api._runtime.response_stream import StreamManager
from .sample.sample_api.testing import FakeServer, http_response, json_response, stream_response

CALLS = [
    chunk({"role": "assistant", "content": None}),
    chunk({"tool_calls": [{"index": 0, "id": "c1", "type": "function", "function": {"name": "f", "arguments": ""}}]}),
    chunk({"tool_calls": [{"index": 0, "function": {"arguments": '{"a":'}}]}),
    chunk({"tool_calls": [{"index": 0, "function": {"arguments": " 1}"}}]}),
    chunk({}, "tool_calls"),
    {**chunk({}), "choices": [], "usage": COMPLETION["usage"]},
]


def read(mode: Mode, *answers: Any) -> tuple[list[str], ChatCompletion, Any]:
    """The pieces of text, the whole answer, and the body of the request."""

    def wait(url: str) -> tuple[list[str], ChatCompletion]:
        with client(url) as api, api.chat.completions.stream(messages=MESSAGES) as stream:
            return list(stream.text), stream.final()

    async def await_(url: str) -> tuple[list[str], ChatCompletion]:
        async with async_client(url) as api, api.chat.completions.stream(messages=MESSAGES) as stream:
            return [piece async for piece in stream.text], await stream.final()

    with FakeServer(*answers) as server:
        pieces, whole = wait(server.url) if mode == "sync" else asyncio.run(await_(server.url))
        return pieces, whole, server.requests[0].json


def talk(api: SampleApi) -> StreamManager[ChatCompletionChunk, ChatCompletion]:
    return api.chat.completions.stream(messages=MESSAGES)


def text_so_far(stream: ResponseStream[ChatCompletionChunk, ChatCompletion]) -> str | None:
    snapshot = stream.snapshot()
    assert snapshot is not None
    return snapshot.choices[0].message.content


@pytest.mark.parametrize("mode", MODES)
def test_text_comes_in_pieces_and_the_answer_is_whole_at_the_end(mode: Mode) -> None:
    pieces, whole, body = read(mode, stream_response(CHUNKS))
    assert pieces == ["Hello", " there"]
    assert type(whole) is ChatCompletion
    assert whole.model_dump(exclude_unset=True) == COMPLETION
    assert whole.usage.total_tokens == 3
    assert whole.mismatches == ()
    assert body["stream"] is True


@pytest.mark.parametrize("mode", MODES)
def test_tool_calls_are_put_together(mode: Mode) -> None:
    pieces, whole, _ = read(mode, stream_response(CALLS))
    calls = whole.choices[0].message.tool_calls
    assert pieces == []
    assert calls is not None
    assert [type(call) for call in calls] == [ToolCall]
    assert (calls[0].id, calls[0].function.name, calls[0].function.arguments) == ("c1", "f", '{"a": 1}')
    assert whole.choices[0].finish_reason == "tool_calls"


@pytest.mark.parametrize("mode", MODES)
def test_a_server_that_does_not_stream_gives_the_same(mode: Mode) -> None:
    pieces, whole, _ = read(mode, json_response(COMPLETION, x_request_id="r"))
    assert pieces == ["Hello there"]
    assert whole.model_dump(exclude_unset=True) == COMPLETION
    assert whole.request_id == "r"


def test_chunks_can_be_read_too_and_a_snapshot_taken_on_the_way() -> None:
    texts = []
    with FakeServer(stream_response(CHUNKS)) as server, client(server.url) as api, talk(api) as stream:
        assert stream.snapshot() is None
        for piece in stream:
            assert piece.id == "chat-1"
            texts.append(text_so_far(stream))
    assert texts == ["", "Hello", "Hello there", "Hello there", "Hello there"]


def test_leaving_before_the_end_gives_what_has_come() -> None:
    with FakeServer(stream_response(CHUNKS)) as server, client(server.url) as api:
        with talk(api) as stream:
            assert next(stream.text) == "Hello"
        assert text_so_far(stream) == "Hello"
        with pytest.raises(StreamTruncatedError, match="left before its end") as caught:
            stream.final()
    assert caught.value.partial.choices[0].message.content == "Hello"


@pytest.mark.parametrize("mode", MODES)
def test_an_answer_that_was_cut_short_is_no_answer(mode: Mode) -> None:
    with pytest.raises(StreamTruncatedError) as caught:
        read(mode, stream_response(CHUNKS[:2], None))
    assert caught.value.partial.choices[0].message.content == "Hello"


def test_nothing_is_sent_before_the_block_is_entered() -> None:
    with FakeServer(stream_response(CHUNKS)) as server, client(server.url) as api:
        manager = api.chat.completions.stream(messages=MESSAGES)
        assert server.requests == []
        with manager as stream:
            assert len(server.requests) == 1
            assert stream.stream.status == 200


def test_a_large_stream_adds_up() -> None:
    pieces = [chunk({"content": f"{number} "}) for number in range(5000)]
    body = events(*pieces, CHUNKS[3])
    server = FakeServer(http_response(body, content_type="text/event-stream"))
    with server, client(server.url) as api, talk(api) as stream:
        text = stream.final().choices[0].message.content
    assert text == "".join(f"{number} " for number in range(5000))
