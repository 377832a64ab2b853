"""A small API and exchanges with it, for the tests of this folder."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from typing import Any

from nemogen.errors import Location
from nemogen.openapi.document import Document
from nemogen.openapi.read_document import read_value
from nemogen.openapi.schema import SchemaNode, SchemaRef, Target
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.recording import Body, JsonBody, Recording, Request, Response, StreamBody

JSON_TYPE = {"content-type": ("application/json",)}
STREAM_TYPE = {"content-type": ("text/event-stream",)}
ENDS = {"POST /v1/chat": "[DONE]"}

USAGE = {
    "type": "object",
    "properties": {"total": {"type": "integer", "minimum": 0}, "cost": {"type": "number"}},
    "required": ["total", "cost"],
}
ANSWER = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "kind": {"type": "string", "enum": ["answer"]},
        "choices": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "finish": {"type": "string", "enum": ["stop", "length"]},
                    "refusal": {"type": "string", "nullable": True},
                },
                "required": ["text", "finish"],
            },
        },
        "usage": USAGE,
    },
    "required": ["id", "choices", "usage"],
}
CHUNK = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "delta": {
            "type": "object",
            "properties": {"role": {"type": "string", "enum": ["assistant"]}, "text": {"type": "string"}},
            "required": ["role", "text"],
        },
        "finish": {"type": "string", "enum": ["stop"]},
    },
    "required": ["id", "delta", "finish"],
}
MESSAGE = {
    "oneOf": [
        {
            "type": "object",
            "properties": {"role": {"type": "string", "enum": ["user"]}, "content": {"type": "string"}},
            "required": ["role", "content"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {"role": {"type": "string", "enum": ["tool"]}, "call": {"type": "string"}},
            "required": ["role", "call"],
        },
    ]
}
ERROR = {
    "type": "object",
    "properties": {"message": {"type": "string"}, "statusCode": {"type": "integer"}},
    "required": ["message", "statusCode"],
}


def read(value: Any) -> Document:
    """A parsed document as the model that recordings are judged by."""
    return read_value(value, "openapi.json").document


def schema_of(schema: Any, around: Any = None, version: str = "3.1.0") -> tuple[SchemaNode, ValueJudge]:
    """A schema alone in a document (at /schema), with what judges values by it; `around` stands beside it."""
    whole = {"openapi": version, "paths": {}, **(around or {}), "schema": schema}
    found = read_value(whole, "openapi.json")
    node = SchemaRef(Target("", "/schema"), "#/schema", Location("openapi.json", "/schema"))
    return node, ValueJudge(found.document)


def document() -> dict[str, Any]:
    """An OpenAPI 3.0 document with a chat that can stream, and things with parameters."""
    request = {
        "type": "object",
        "properties": {
            "model": {"type": "string"},
            "messages": {"type": "array", "items": MESSAGE, "minItems": 1},
            "stream": {"type": "boolean"},
            "class": {"type": "string"},
            "heat": {"type": "number", "minimum": 0, "maximum": 2},
        },
        "required": ["model", "messages"],
    }
    media = {"application/json": {"schema": ANSWER}, "text/event-stream": {"schema": CHUNK}}
    error = {"description": "Refused.", "content": {"application/json": {"schema": ERROR}}}
    parameters = [
        {"name": "itemId", "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1}},
        {"name": "tags", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
    ]
    item = {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}
    whole = {
        "openapi": "3.0.3",
        "info": {"title": "Sample", "version": "1"},
        "servers": [{"url": "https://api.sample.test/base"}],
        "paths": {
            "/v1/chat": {
                "post": {
                    "requestBody": {"required": True, "content": {"application/json": {"schema": request}}},
                    "responses": {"200": {"description": "An answer.", "content": media}, "400": error, "429": error},
                }
            },
            "/v1/items/{itemId}": {
                "parameters": parameters,
                "get": {
                    "responses": {"200": {"description": "It.", "content": {"application/json": {"schema": item}}}}
                },
            },
        },
    }
    return deepcopy(whole)


ANSWERED = {
    "id": "a1",
    "kind": "answer",
    "choices": [{"text": "Hi", "finish": "stop"}],
    "usage": {"total": 3, "cost": 0},
}
CHUNKS = (
    {"id": "a1", "delta": {"role": "assistant", "text": "H"}, "finish": "stop"},
    {"id": "a1", "delta": {"role": "assistant", "text": "i 😊"}, "finish": "stop"},
)


def chat(
    case: str = "hello", answer: Any = None, *, status: int = 200, body: Body | None = None, **sent: Any
) -> Recording:
    """A recorded chat; `answer` is the JSON of the response, `sent` changes the body of the request."""
    asked = {"model": "small", "messages": [{"role": "user", "content": "Hello"}], **sent}
    response_body = body or JsonBody(ANSWERED if answer is None else answer)
    headers = STREAM_TYPE if isinstance(response_body, StreamBody) else JSON_TYPE
    return Recording(
        "chat.completions.create",
        case,
        Request("POST", "/base/v1/chat", {}, JSON_TYPE, JsonBody(asked)),
        Response(status, headers, response_body),
        origin="live",
        recorded=date(2026, 1, 2),
        file=f"recordings/chat.completions.create/{case}.json",
    )


def stream(case: str = "stream", chunks: Any = CHUNKS, *, end: bytes = b"data: [DONE]\n\n") -> Recording:
    """A recorded stream with one chunk a chunk."""
    chunks = [b"data: " + json.dumps(chunk, ensure_ascii=False).encode() + b"\n\n" for chunk in chunks]
    return chat(case, body=StreamBody((*chunks, end)), stream=True)


def thing(case: str = "thing") -> Recording:
    """A recorded GET with parameters in path and query."""
    request = Request("GET", "/base/v1/items/a%2Fb%20c", {"limit": ("5",), "tags": ("x", "y")})
    return Recording(
        "items.retrieve", case, request, Response(200, JSON_TYPE, JsonBody({"id": "a/b c"})), file=f"{case}.json"
    )
