"""A server on loopback with scripted responses, for tests of code that uses a client, without a key or a network.

with FakeServer(json_response({"id": "1"})) as server:
    client = Client(base_url=server.url, api_key="any")
"""

from __future__ import annotations

import enum
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Final, Literal, TypeAlias

from .fake_requests import Request as Request
from .fake_requests import read_request
from .fake_tokens import fake_token, is_token_request
from .fake_webhooks import send_webhook, signed_webhook
from .webhook_signatures import WebhookScheme

Json: TypeAlias = Any


class _End(enum.Enum):
    CLOSE = "close"
    RESET = "reset"
    HOLD = "hold"


CLOSE: Final = _End.CLOSE
"""Step of a response: close the connection in good order."""
RESET: Final = _End.RESET
"""Step of a response: reset the connection (TCP RST)."""
HOLD: Final = _End.HOLD
"""Step of a response: send nothing more, and wait until the client leaves."""

_MOST_WAITING = 1024

Step: TypeAlias = bytes | float | _End
"""Bytes to send, seconds to wait, or an end."""


@dataclass(frozen=True, slots=True)
class Response:
    """What goes over the wire, step by step. The connection stays open after it, unless the last step ends it."""

    steps: tuple[Step, ...]


Responder: TypeAlias = Response | Callable[[Request], Response]


def _head(status: int, headers: Mapping[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} Status", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def http_response(body: bytes | str, status: int = 200, content_type: str = "text/plain", **headers: str) -> Response:
    """Any body. Names of headers are given with _ in place of -."""
    content = body.encode() if isinstance(body, str) else body
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    fields = {"content-type": content_type, "content-length": str(len(content)), **named}
    return Response((_head(status, fields) + content,))


def json_response(body: Json, status: int = 200, **headers: str) -> Response:
    """A response in JSON, of success or error. Names of headers are given with _ in place of -."""
    return http_response(json.dumps(body), status, "application/json", **headers)


_NO_RESPONSE: Final = json_response({"message": "the fake server has no response: set one with will_respond"}, 501)


def stream_response(
    chunks: Iterable[Json],
    end_marker: str | None = "[DONE]",
    pause: float = 0.0,
    then: Step | None = None,
    **headers: str,
) -> Response:
    """An event stream: each chunk an event of its own; text is sent as it is, all else as JSON.

    `pause`: seconds before each event. `then` follows in place of a proper end, which is without the marker: CLOSE,
    RESET or HOLD. Names of headers are given with _ in place of -.
    """
    events = [chunk if isinstance(chunk, str) else json.dumps(chunk) for chunk in chunks]
    if end_marker is not None and then is None:
        events.append(end_marker)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    steps: list[Step] = [_head(200, {"content-type": "text/event-stream", "transfer-encoding": "chunked", **named})]
    for event in events:
        steps += [pause] if pause else []
        steps.append(_chunk(f"data: {event}\n\n".encode()))
    return Response((*steps, b"0\r\n\r\n" if then is None else then))


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


FaultKind: TypeAlias = Literal["reset", "silence", "cut", "html", "empty", "garbage"]


def fault(kind: FaultKind) -> Response:
    """A server that fails: "reset" resets the connection, "silence" never responds, "cut" cuts a body short, "html"
    sends an HTML page, "empty" nothing, "garbage" bytes that are not HTTP. Raises ValueError for any other kind."""
    faults: dict[FaultKind, Response] = {
        "reset": Response((RESET,)),
        "silence": Response((HOLD,)),
        "cut": Response(
            (_head(200, {"content-type": "application/json", "content-length": "100"}) + b'{"id": "1', CLOSE)
        ),
        "html": http_response("<html><title>Bad gateway</title></html>", 200, "text/html"),
        "empty": http_response(b"", 200, "application/json"),
        "garbage": Response((b"\x00\x01\x02 not HTTP\r\n\r\n", CLOSE)),
    }
    if kind not in faults:
        raise ValueError(f"there is no fault {kind!r}: use one of {', '.join(faults)}")
    return faults[kind]


@dataclass
class _Log:
    requests: list[Request] = field(default_factory=list)
    token_requests: list[Request] = field(default_factory=list)
    connections: int = 0


class FakeServer:
    """Sends its responses in turn, the last one again and again. Use it in a `with` block; `url` is its base URL.

    `requests` are those that came, `connections` counts the connections that they came on. A server without
    responses refuses each request with status 501, and says why.

    It plays the token endpoint as well, at any path: what asks for a token by client credentials gets one, and stands
    in `token_requests`, not in `requests`. `will_grant` sets other responses to these.
    """

    def __init__(self, *responses: Responder) -> None:
        self._responses: list[Responder] = list(responses) or [_NO_RESPONSE]
        self._grants: list[Responder] = []
        self._log = _Log()
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        # With a short queue, one of many connections that are made at once waits seconds for its next attempt.
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=_MOST_WAITING)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def will_respond(self, *responses: Responder) -> None:
        """Send these responses from now on, in turn, in place of those that were to come."""
        with self._lock:
            self._responses = list(responses) or [_NO_RESPONSE]

    def will_grant(self, *responses: Responder) -> None:
        """Respond to requests for tokens with these from now on, in turn, in place of tokens."""
        with self._lock:
            self._grants = list(responses)

    def send_webhook(
        self,
        url: str,
        payload: Json,
        secret: str,
        scheme: WebhookScheme | None = None,
        *,
        form: bool = False,
        **headers: str,
    ) -> int:
        """POST a webhook, signed as the API does it (`SCHEME` of the package's `webhooks`), to the code under test.

        It is sent as JSON, or as a form. Gives the status of its response. Names of headers are given with _ in place
        of -. Raises OSError.
        """
        body, signed = signed_webhook(payload, secret, scheme or WebhookScheme(), form=form)
        return send_webhook(url, body, {**signed, **{name.replace("_", "-"): text for name, text in headers.items()}})

    @property
    def token_requests(self) -> list[Request]:
        """The requests for tokens so far, oldest first."""
        return list(self._log.token_requests)

    @property
    def requests(self) -> list[Request]:
        """The requests so far, oldest first."""
        return list(self._log.requests)

    @property
    def connections(self) -> int:
        """How many connections were made."""
        return self._log.connections

    def __enter__(self) -> FakeServer:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._closing.set()
        # A blocked accept() is not woken by close() on every system; a connection wakes it.
        socket.create_connection(self._listener.getsockname()).close()
        with self._lock:
            for connection in self._open:
                _shut(connection)
        for thread in self._threads:
            thread.join(timeout=5)
        self._listener.close()

    def _start(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            if self._closing.is_set():
                connection.close()
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._open.add(connection)
                self._log.connections += 1
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        try:
            buffer = b""
            while True:
                request, buffer = read_request(connection, buffer)
                if request is None or not self._respond(connection, request):
                    return
        except OSError:
            return
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _respond(self, connection: socket.socket, request: Request) -> bool:
        """False when the response ends the connection."""
        is_for_token = is_token_request(request.method, request.headers, request.body)
        with self._lock:
            log = self._log.token_requests if is_for_token else self._log.requests
            log.append(request)
            responses = self._grants if is_for_token else self._responses
            responses = responses or [json_response(fake_token(len(log)))]
            found = responses[0] if len(responses) == 1 else responses.pop(0)
        for step in (found if isinstance(found, Response) else found(request)).steps:
            if isinstance(step, bytes):
                connection.sendall(step)
            elif isinstance(step, _End):
                _end(connection, step)
                return False
            elif self._closing.wait(step):
                return False
        return True


def _end(connection: socket.socket, step: _End) -> None:
    if step is RESET:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    elif step is HOLD:
        while connection.recv(65536):
            time.sleep(0)


def _shut(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
