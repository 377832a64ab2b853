"""The sample client, driven in the same way whether it is synchronous or not."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import warnings
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Literal

from .sample.sample_api import APIError, AsyncSampleApi, ChatCompletionChunk, SampleApi

Mode = Literal["sync", "async", "aiohttp"]
MODES: tuple[Mode, ...] = ("sync", "async", "aiohttp") if importlib.util.find_spec("aiohttp") else ("sync", "async")
"""How calls are made; with aiohttp where it is installed."""

KEY = "key-4711-secret"
PACKAGE = SampleApi.settings.package
MESSAGES: list[Any] = [{"role": "user", "content": "Hello"}]
USAGE = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
COMPLETION: dict[str, Any] = {
    "id": "chat-1",
    "object": "chat.completion",
    "created": 1766063158,
    "model": "sample-large",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello there"}, "finish_reason": "stop"}],
    "usage": USAGE,
}


def chunk(delta: dict[str, Any], finish_reason: str | None = None, **more: Any) -> dict[str, Any]:
    """One chunk of a stream."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    head = {"id": "chat-1", "object": "chat.completion.chunk", "created": 1766063158, "model": "sample-large"}
    return {**head, "choices": [choice], **more}


CHUNKS = [
    chunk({"role": "assistant", "content": ""}),
    chunk({"content": "Hello"}),
    chunk({"content": " there"}),
    chunk({}, "stop"),
    {**chunk({}), "choices": [], "usage": USAGE},
]


def events(*documents: Any) -> bytes:
    """An event for each, its data JSON; text as it is."""
    texts = (document if isinstance(document, str) else json.dumps(document) for document in documents)
    return b"".join(f"data: {text}\n\n".encode() for text in texts)


STREAM = events(*CHUNKS, "[DONE]")


@dataclass
class Outcome:
    """What a user of the client sees: chunks and their text, the answer, or the error."""

    chunks: list[ChatCompletionChunk] = field(default_factory=list)
    answer: Any = None
    error: Exception | None = None

    @property
    def text(self) -> str:
        """The text of all chunks."""
        return "".join(
            choice.delta.content or "" for piece in self.chunks for choice in piece.choices if choice.delta is not None
        )

    def failed(self, kind: type[Exception]) -> Any:
        """The error, which must be of that kind."""
        assert self.error is not None, f"no error, but {self.answer or self.text!r}"
        assert isinstance(self.error, kind), repr(self.error)
        return self.error


def client(url: str, **options: Any) -> SampleApi:
    """A client of a server on loopback that tries once."""
    return SampleApi(**{"api_key": KEY, "base_url": url, "max_retries": 0, **options})


def async_client(url: str, mode: Mode = "async", **options: Any) -> AsyncSampleApi:
    """The same, asynchronous."""
    connections = "aiohttp" if mode == "aiohttp" else "httpx2"
    return AsyncSampleApi(**{"api_key": KEY, "base_url": url, "max_retries": 0, "connections": connections, **options})


def connections_of(api: Any) -> list[Any]:
    """The connections that a client of ours has open, as httpcore2 knows them."""
    (made,) = api._transport._made.values()
    found: list[Any] = made.connections
    return found


def ask(mode: Mode, url: str, call: dict[str, Any] | None = None, **options: Any) -> Outcome:
    """One completion."""
    arguments = {"messages": MESSAGES, **(call or {})}

    def wait() -> Any:
        with client(url, **options) as api:
            return api.chat.completions.create(**arguments)

    async def await_() -> Any:
        async with async_client(url, mode, **options) as api:
            return await api.chat.completions.create(**arguments)

    return _outcome(wait if mode == "sync" else _run(await_))


def ask_stream(mode: Mode, url: str, call: dict[str, Any] | None = None, **options: Any) -> Outcome:
    """One stream, read to its end or its error."""
    arguments = {"messages": MESSAGES, **(call or {})}
    outcome = Outcome()

    def wait() -> None:
        with client(url, **options) as api:
            for piece in api.chat.completions.create(stream=True, **arguments):
                outcome.chunks.append(piece)

    async def await_() -> None:
        async with async_client(url, mode, **options) as api:
            async for piece in await api.chat.completions.create(stream=True, **arguments):
                outcome.chunks.append(piece)

    outcome.error = _outcome(wait if mode == "sync" else _run(await_)).error
    return outcome


def _run(function: Callable[[], Coroutine[Any, Any, Any]]) -> Callable[[], Any]:
    return lambda: asyncio.run(function())


def _outcome(function: Callable[[], Any]) -> Outcome:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        try:
            return Outcome(answer=function())
        except APIError as error:
            return Outcome(error=error)
