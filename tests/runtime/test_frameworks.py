"""Frameworks that read annotations: pydantic, FastAPI and beartype take our methods and dicts as they are."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pydantic
import pytest
from typing_extensions import TypedDict

from ..hints import public_classes, public_functions
from . import drive
from .drive import COMPLETION, MESSAGES
from .sample.sample_api import (
    AssistantMessageParam,
    FileInput,
    MessageParam,
    Omit,
    StreamedFile,
    Timeout,
    UserMessage,
    UserMessageParam,
    omit,
)
from .sample.sample_api._runtime.client_options import ChangedOptions
from .sample.sample_api.resources.chat import AsyncCompletions, Completions
from .sample.sample_api.testing import FakeServer, json_response

ROOT = Path(__file__).parents[2]
OK = json_response(COMPLETION)


def test_every_annotation_can_be_evaluated() -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent / "sample")}
    command = [sys.executable, "-m", "tests.hints", "sample_api"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout + done.stderr == ""


def test_pydantic_validates_the_arguments_of_a_method() -> None:
    with FakeServer(OK) as server, drive.client(server.url) as api:
        checked = pydantic.validate_call(api.chat.completions.create)
        assert checked(messages=MESSAGES, timeout=Timeout(read=3), temperature=None, top_p=omit).id == "chat-1"
        assert checked(messages=[UserMessage(role="user", content="Hello")], max_tokens=5).id == "chat-1"
        sent = [request.json for request in server.requests]
        with pytest.raises(pydantic.ValidationError, match="max_tokens"):
            checked(messages=MESSAGES, max_tokens="many")  # type: ignore[call-overload]
        assert len(server.requests) == 2
    assert sent[0] == {"model": "sample-large", "messages": MESSAGES, "temperature": None}
    assert sent[1] == {"model": "sample-large", "messages": MESSAGES, "max_tokens": 5}


def test_pydantic_validates_files(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"notes")
    with (
        FakeServer(json_response({"id": "1", "bytes": 5, "filename": "notes"})) as server,
        drive.client(server.url) as api,
    ):
        checked = pydantic.validate_call(api.files.create)
        with path.open("rb") as open_file:
            for file in (path, open_file, b"notes", ("notes.txt", open_file, "text/plain")):
                checked(file=file, purpose="archive")
        assert all(b"notes" in request.body for request in server.requests[:2])
        with pytest.raises(pydantic.ValidationError):
            checked(file=7, purpose="archive")  # type: ignore[arg-type]


def test_pydantic_validates_the_arguments_of_an_async_method() -> None:
    async def ask(url: str) -> Any:
        async with drive.async_client(url) as api:
            return await pydantic.validate_call(api.chat.completions.create)(messages=MESSAGES)

    with FakeServer(OK) as server:
        assert asyncio.run(ask(server.url)).id == "chat-1"


def test_pydantic_validates_the_settings_of_a_client() -> None:
    options = pydantic.TypeAdapter(ChangedOptions)  # what `with_options` of a client with several credentials takes
    assert options.validate_python({"max_retries": "3", "timeout": omit}) == {"max_retries": 3, "timeout": omit}
    with FakeServer(OK) as server, drive.client(server.url) as api:
        checked = pydantic.validate_call(api.with_options)
        assert checked(timeout=3, max_retries=1).chat.completions.create(messages=MESSAGES).id == "chat-1"
        with pytest.raises(pydantic.ValidationError, match="max_retries"):
            checked(max_retries="many")  # type: ignore[arg-type]


def test_pydantic_reads_dicts_by_their_types() -> None:
    adapter: pydantic.TypeAdapter[Any] = pydantic.TypeAdapter(list[MessageParam])
    assert adapter.validate_json(json.dumps(MESSAGES)) == MESSAGES
    with pytest.raises(pydantic.ValidationError):
        adapter.validate_python([{"role": "user"}])
    assert "tool_calls" in pydantic.TypeAdapter(AssistantMessageParam).json_schema()["properties"]

    class Job(pydantic.BaseModel):
        question: UserMessageParam
        top_p: float | Omit = omit

    assert Job(question={"role": "user", "content": "?"}).top_p is omit
    assert Job.model_validate({"question": {"role": "user", "content": "?"}, "top_p": "0.5"}).top_p == 0.5


def test_beartype_checks_the_arguments_of_a_method() -> None:
    beartype: Any = pytest.importorskip("beartype")
    with FakeServer(OK) as server, drive.client(server.url) as api:
        method = beartype.beartype(Completions.create)
        assert method(api.chat.completions, messages=MESSAGES, temperature=0.5).id == "chat-1"
        with pytest.raises(beartype.roar.BeartypeCallHintViolation):
            method(api.chat.completions, messages="Hello")
    assert beartype.beartype(AsyncCompletions.create)
    assert beartype.beartype(Completions.stream)


def test_beartype_takes_every_public_method_as_a_bare_function() -> None:
    beartype: Any = pytest.importorskip("beartype")
    methods = [each for kind in public_classes("tests.runtime.sample.sample_api") for each in public_functions(kind)]
    assert len(methods) > 50
    for method in methods:
        assert beartype.beartype(method), method.__qualname__


def test_a_dict_with_a_file_has_a_json_schema() -> None:
    class Upload(TypedDict):
        file: FileInput
        other: FileInput

    schema = pydantic.TypeAdapter(Upload).json_schema()
    assert schema["required"] == ["file", "other"]
    given: Any = {"file": b"Hello", "other": StreamedFile(b"Hello", progress=lambda _, __: None)}
    assert pydantic.TypeAdapter(Upload).validate_python(given) == given


def test_fastapi_takes_our_types_for_bodies_and_responses() -> None:
    fastapi: Any = pytest.importorskip("fastapi")
    app = fastapi.FastAPI()

    with FakeServer(OK) as server, drive.client(server.url) as api:

        def ask(messages: list[MessageParam]) -> Any:
            return api.chat.completions.create(messages=messages)

        # As FastAPI does with a function of a module without `from __future__ import annotations`.
        ask.__annotations__ = {"messages": list[MessageParam]}
        app.post("/ask")(ask)
        status, body = asyncio.run(post(app, "/ask", MESSAGES))
        assert (status, json.loads(body)["id"]) == (200, "chat-1")
        assert server.requests[0].json["messages"] == MESSAGES
        assert asyncio.run(post(app, "/ask", [{"role": "user"}]))[0] == 422
    assert "UserMessageParam" in app.openapi()["components"]["schemas"]


async def post(app: Any, path: str, document: Any) -> tuple[int, bytes]:
    """What an ASGI application answers to a request with JSON."""
    body = json.dumps(document).encode()
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "scheme": "http",
        "client": ("x", 1),
        "server": ("x", 1),
        "headers": [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())],
    }
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent)
