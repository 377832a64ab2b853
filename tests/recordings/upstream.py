"""What an API really answered, where the environment variable NEMOGEN_UPSTREAM says that the data is here."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from nemogen.recordings.recording import Body, JsonBody, Recording, Request, Response, StreamBody
from tests.recordings.samples import JSON_TYPE, STREAM_TYPE

FOLDER = os.environ.get("NEMOGEN_UPSTREAM")
REVISION = "20260422T2319-1a0876e7"

needs_upstream = pytest.mark.skipif(FOLDER is None, reason="NEMOGEN_UPSTREAM, the folder of real data, is not set")


def revision(name: str) -> Any:
    """One revision of the document."""
    return json.loads((Path(FOLDER or "") / "mistral-nemo" / f"{name}.json").read_text("utf-8"))


def recorded() -> list[Recording]:
    """All recorded answers: completions `c-0`, `c-1` …, and streams `s-0` …, one chunk a chunk."""
    folder = Path(FOLDER or "") / "recorded"
    completions = json.loads((folder / "completions.json").read_text("utf-8"))
    streams = json.loads((folder / "streams.json").read_text("utf-8"))
    answers = [_recording(f"c-{at}", JsonBody(entry["body"])) for at, entry in enumerate(completions)]
    chunks = [tuple(b"data: " + json.dumps(chunk).encode() + b"\n\n" for chunk in entry["chunks"]) for entry in streams]
    return [*answers, *(_recording(f"s-{at}", StreamBody(stream)) for at, stream in enumerate(chunks))]


def _recording(case: str, body: Body) -> Recording:
    is_stream = isinstance(body, StreamBody)
    asked = {"model": "mistralai/mistral-nemo", "messages": [{"role": "user", "content": "Hi"}]}
    request = Request("POST", "/v1/chat/completions", {}, JSON_TYPE, JsonBody({**asked, "stream": is_stream}))
    response = Response(200, STREAM_TYPE if is_stream else JSON_TYPE, body)
    return Recording("chat.completions.create", case, request, response, origin="documentation", file=f"{case}.json")
