"""What the API answers with in these tests, shaped as it really answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nemogen.runtime.fake_server import Response, json_response, stream_response

MODEL = "mistralai/mistral-nemo"
CALL = {"id": "call_1", "type": "function", "function": {"name": "weather", "arguments": '{"town": "Bergen"}'}}


def completion(content: str | None = "Hello!", **message: Any) -> dict[str, Any]:
    """A whole answer with one choice."""
    written = {"role": "assistant", "content": content, "refusal": None, **message}
    return {
        "id": "gen-1",
        "object": "chat.completion",
        "created": 1777000001,
        "model": MODEL,
        "choices": [{"index": 0, "finish_reason": "stop", "logprobs": None, "message": written}],
        "usage": {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5},
    }


def chunk(delta: Mapping[str, Any], finish_reason: str | None = None) -> dict[str, Any]:
    """One piece of a streamed answer."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason, "logprobs": None}
    return {
        "id": "gen-1",
        "object": "chat.completion.chunk",
        "created": 1777000001,
        "model": MODEL,
        "choices": [choice],
    }


PIECES = (chunk({"role": "assistant", "content": ""}), chunk({"content": "Hel"}), chunk({"content": "lo!"}))
HELLO: Response = json_response(completion(), x_request_id="req-1")
STREAM: Response = stream_response([*PIECES, chunk({}, "stop")])
TOOL_CALL: Response = json_response(completion(None, tool_calls=[CALL]))
STREAMED_TOOL_CALL: Response = stream_response(
    [
        chunk({"role": "assistant", "content": None}),
        chunk({"tool_calls": [{"index": 0, "id": "call_1", "type": "function", "function": {"name": "weather"}}]}),
        chunk({"tool_calls": [{"index": 0, "function": {"arguments": '{"town": '}}]}),
        chunk({"tool_calls": [{"index": 0, "function": {"arguments": '"Bergen"}'}}]}),
        chunk({}, "tool_calls"),
    ]
)
