"""Bytes after the end of a response, which nobody asked for: they are never the response to the next request."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest

from . import drive
from .drive import COMPLETION, MESSAGES, Mode
from .sample.sample_api.testing import FakeServer, Request, Response, json_response
from .test_wire import CERTIFICATE, TlsServer


def completion(text: str) -> bytes:
    """A whole response with that text."""
    return wire(json_response(answer(text)))


def answer(text: str) -> dict[str, Any]:
    return {**COMPLETION, "choices": [{**COMPLETION["choices"][0], "message": {"role": "assistant", "content": text}}]}


def wire(response: Response) -> bytes:
    return b"".join(step for step in response.steps if isinstance(step, bytes))


def chunked(body: bytes, end: bytes = b"\r\n") -> bytes:
    head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
    return b"%s%x\r\n%s\r\n0\r\n%s" % (head, len(body), body, end)


BODY = completion("first").partition(b"\r\n\r\n")[2]
FIRST = {
    "a length": completion("first"),
    "a length, after an informational response": b"HTTP/1.1 103 Early\r\nlink: x\r\n\r\n" + completion("first"),
    "chunks": chunked(BODY),
    "chunks and a trailer": chunked(BODY, b"x-sum: HTTP/1.1\r\n\r\n"),
    "chunks, after an informational response": b"HTTP/1.1 103 Early\r\n\r\n" + chunked(BODY),
}
SURPLUS = {
    "another response": completion("surplus"),
    "another response in chunks": chunked(completion("surplus").partition(b"\r\n\r\n")[2]),
    "half a response": completion("surplus")[:40],
    "three bytes": b"HTT",
    "an empty response": b"HTTP/1.1 204 No Content\r\n\r\n",
    "line ends": b"\r\n",
    "junk": b"junk\n",
}
WHOLE = ("another response", "another response in chunks", "an empty response")


async def _texts_async(url: str, mode: Mode, count: int, pause: float) -> list[str | None]:
    async with drive.async_client(url, mode) as api:
        found = []
        for _ in range(count):
            result: Any = await api.chat.completions.create(messages=MESSAGES)
            found.append(result.choices[0].message.content)
            await asyncio.sleep(pause)
        return found


def texts(mode: Mode, url: str, count: int, pause: float = 0.0) -> list[str | None]:
    """The texts of calls of one client, one after the other."""
    if mode != "sync":
        return asyncio.run(_texts_async(url, mode, count, pause))
    with drive.client(url) as api:
        found = []
        for _ in range(count):
            found.append(api.chat.completions.create(messages=MESSAGES).choices[0].message.content)
            asyncio.run(asyncio.sleep(pause))
        return found


@pytest.fixture(params=["http", "https"], name="server")
def _server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[..., FakeServer]:
    if request.param == "http":
        return FakeServer
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    return TlsServer


@pytest.mark.parametrize("surplus", SURPLUS)
@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("mode", drive.MODES)
def test_what_comes_after_a_response_is_not_the_next_one(
    mode: Mode, first: str, surplus: str, server: Callable[..., FakeServer]
) -> None:
    if mode == "aiohttp" and surplus == "junk":
        pytest.skip("aiohttp refuses the response before it, with an error that says why")
    both = Response((FIRST[first] + SURPLUS[surplus],))
    with server(both, json_response(answer("second")), json_response(answer("third"))) as one:
        assert texts(mode, one.url, 3) == ["first", "second", "third"]
        # What aiohttp has of half a response it forgets before the next request.
        assert one.connections == 2 or (mode == "aiohttp" and surplus not in WHOLE)


@pytest.mark.parametrize("mode", drive.MODES)
def test_what_comes_a_little_later_is_not_the_next_one_either(mode: Mode, server: Callable[..., FakeServer]) -> None:
    both = Response((FIRST["a length"], 0.02, SURPLUS["another response"]))
    with server(both, json_response(answer("second"))) as one:
        assert texts(mode, one.url, 2, pause=0.2) == ["first", "second"]
        assert one.connections == 2


async def _after_a_large_read(api: Any) -> str | None:
    """The text of a call whose response is all there when the event loop reads it."""
    asyncio.get_running_loop().call_later(0.05, time.sleep, 0.3)
    result: Any = await api.chat.completions.create(messages=MESSAGES)
    text: str | None = result.choices[0].message.content
    return text


def test_what_comes_after_a_response_that_ends_where_a_read_ends_is_seen() -> None:
    edge = 1 << 16
    filler = edge - len(completion(""))
    # The length has more digits for a longer text.
    text = "x" * (filler - (len(completion("x" * filler)) - edge))
    assert len(completion(text)) == edge

    def respond(_: Request) -> Response:
        return Response((0.1, completion(text) + SURPLUS["another response"]))

    async def two_calls(url: str) -> list[str | None]:
        async with drive.async_client(url, "async") as api:
            return [await _after_a_large_read(api), await _after_a_large_read(api)]

    with FakeServer(respond, json_response(answer("second"))) as server:
        assert asyncio.run(two_calls(server.url)) == [text, "second"]
        assert server.connections == 2
