"""A project whose API is a chat that can stream, with recordings, and the chat itself on loopback."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from nemogen.recordings.bundled_tests.loopback import ReceivedRequest, ServedResponse, loopback
from nemogen.recordings.recording import Recording, write_recording
from nemogen.recordings.store import load_recording
from tests.commands.workshop import Workshop, isolate, open_workshop
from tests.recordings.samples import ANSWERED, CHUNKS, chat, document, stream

KEY = "live-key-5f6e7d8c9b0a"
MESSAGES = '[{"role": "user", "content": "Hello"}]'
SETTINGS = """
[source]
file = "docs/talk.json"

[client]
key_env = "TALK_API_KEY"

[operations."POST /v1/chat"]
name = "chat.completions.create"

[operations."POST /v1/chat".stream]
end = "[DONE]"

[operations."GET /v1/items/{itemId}"]
name = "items.retrieve"
"""
OPERATION = "chat.completions.create"
PLACE = f"tests/recordings/talk/{OPERATION}"
JSON = ("content-type", "application/json")
STREAM = ("content-type", "text/event-stream")


def talk(**responses: Any) -> dict[str, Any]:
    """The API's document; `responses` takes the place of those of the chat's 200."""
    whole = document()
    scheme = {"key": {"type": "http", "scheme": "bearer"}}
    whole |= {"security": [{"key": []}], "components": {"securitySchemes": scheme}}
    whole["paths"]["/v1/chat"]["post"]["responses"]["200"]["content"] |= responses
    return whole


def answer_schema(whole: dict[str, Any]) -> Any:
    """The schema of an answer that is no stream."""
    return whole["paths"]["/v1/chat"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]


def text(value: Any) -> bytes:
    return json.dumps(value, indent=1).encode()


def files_of(recordings: Iterable[Recording]) -> dict[str, bytes]:
    """The recordings as files of the project."""
    return {f"tests/recordings/talk/{each.name}.json": write_recording(each) for each in recordings}


def open_talks(root: Path, recordings: Iterable[Recording] = (), settings: str = SETTINGS, **files: Any) -> Workshop:
    """A project in step with its document; `files` are more of specs/talk/, by name with _ for a dot."""
    named = {f"specs/talk/{name.replace('_', '.')}": content for name, content in files.items()}
    start = {"specs/talk/api.toml": settings, "docs/talk.json": text(talk()), **named, **files_of(recordings)}
    with pytest.MonkeyPatch.context() as patch:
        isolate(patch, root.parent)
        workshop = open_workshop(root, start, {"TALK_API_KEY": KEY})
        done = workshop.run("sync", "--no-commit")
        assert done.status == 0, done
        workshop.commit()
    return workshop


def samples() -> list[Recording]:
    """Two recordings that the document allows."""
    return [chat(), stream()]


def findings(report: Mapping[str, Any], subject: str) -> list[dict[str, Any]]:
    """The findings of a subject of the only API."""
    (api,) = report["apis"]
    return [found for each in api["subjects"] if each["name"] == subject for found in each["findings"]]


def why(report: Mapping[str, Any], subject: str) -> str:
    """What a subject of the only API says of its state."""
    (api,) = report["apis"]
    (found,) = (each["why"] for each in api["subjects"] if each["name"] == subject)
    return str(found)


def recorded(talks: Workshop, case: str) -> Recording:
    """A recording of the chat, by its case."""
    return load_recording(talks.root / PLACE / f"{case}.json")


def spelled(secret: str) -> set[bytes]:
    """A secret as it may stand in a file."""
    raw = secret.encode()
    texts = {secret, quote(secret), quote_plus(secret), json.dumps(secret)[1:-1]}
    codes = {base64.b64encode(raw).rstrip(b"="), base64.urlsafe_b64encode(raw).rstrip(b"=")}
    return {text.encode() for text in texts} | codes


def leaks(talks: Workshop, secret: str) -> list[str]:
    """The files of the project, those of nemogen itself too, that hold the secret in any spelling."""
    files = [path for path in talks.root.rglob("*") if path.is_file()]
    return [str(path) for path in files if any(form in path.read_bytes() for form in spelled(secret))]


@dataclass
class Talk:
    """The API: answers with what it is told to, and remembers what it was asked."""

    url: str = ""
    asked: list[ReceivedRequest] = field(default_factory=list)
    status: int = 200
    answer: Any = field(default_factory=lambda: ANSWERED)
    chunks: tuple[bytes, ...] = tuple(b"data: " + json.dumps(chunk).encode() + b"\n\n" for chunk in CHUNKS)
    headers: tuple[tuple[str, str], ...] = ()

    def respond(self, asked: ReceivedRequest) -> ServedResponse:
        self.asked.append(asked)
        if json.loads(asked.body or b"{}").get("stream"):
            return ServedResponse(200, (STREAM, *self.headers), self.chunks, is_stream=True, chunk_delay=0.01)
        return ServedResponse(self.status, (JSON, *self.headers), (json.dumps(self.answer).encode(),))


@contextmanager
def talking() -> Iterator[Talk]:
    """The API on loopback, until the block ends."""
    api = Talk()
    with loopback(api.respond) as server:
        api.url = f"{server.url}/base"
        yield api
