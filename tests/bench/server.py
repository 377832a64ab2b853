"""The server of `make bench-client`, in a process of its own: answers every POST from bytes made beforehand.

It prints its URL, and serves until its standard input ends. A body with `"stream": true` gets EVENTS events, each a
chunk of the transfer coding (RFC 9112, section 7.1), any other one completion.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from typing import Any, Final

EVENTS: Final = 1000

_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_STREAM: Final = re.compile(rb'"stream": *true')
_COMMON: Final = {"created": 1744193377, "model": "mistralai/mistral-nemo", "id": "gen-1744193377-bench"}


def _completion() -> bytes:
    message = {"role": "assistant", "content": "Hello! How can I help you today? " * 8, "refusal": None}
    choice = {"index": 0, "finish_reason": "stop", "logprobs": None, "message": message}
    usage = {"prompt_tokens": 12, "completion_tokens": 64, "total_tokens": 76}
    body = json.dumps({**_COMMON, "object": "chat.completion", "choices": [choice], "usage": usage}).encode()
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    return head.encode() + body


def _stream() -> bytes:
    last = EVENTS - 1
    events = [_event({"role": "assistant", "content": ""} if not n else {"content": " word"}, n == last)
              for n in range(EVENTS)]  # fmt: skip
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
    return head + b"".join(map(_chunk, (*events, b"data: [DONE]\n\n", b"")))


def _event(delta: Any, is_last: bool) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": "stop" if is_last else None}
    chunk = {**_COMMON, "object": "chat.completion.chunk", "choices": [choice]}
    return f"data: {json.dumps(chunk)}\n\n".encode()


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


class _Connection(asyncio.Protocol):
    completion: Final = _completion()
    stream: Final = _stream()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._received = b""

    def data_received(self, data: bytes) -> None:
        self._received += data
        while b"\r\n\r\n" in self._received:
            head, _, rest = self._received.partition(b"\r\n\r\n")
            found = _LENGTH.search(head)
            length = int(found[1]) if found else 0
            if len(rest) < length:
                return
            self._transport.write(self.stream if _STREAM.search(rest[:length]) else self.completion)
            self._received = rest[length:]


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Connection, "127.0.0.1", 0, backlog=256)
    sys.stdout.write(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve())
