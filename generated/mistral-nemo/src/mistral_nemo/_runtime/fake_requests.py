"""Requests as a fake server reads them."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs


@dataclass(frozen=True, slots=True)
class Request:
    """A request as received. `path` is with its query. Header names are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def query(self) -> dict[str, list[str]]:
        """The query parameters that `path` ends with: the values of each."""
        return parse_qs(self.path.partition("?")[2], keep_blank_values=True)

    @property
    def json(self) -> Any:
        """The parsed body."""
        return json.loads(self.body)


def read_request(connection: socket.socket, buffer: bytes) -> tuple[Request | None, bytes]:
    """The next request, None when the client has left, and what was read beyond it."""
    while b"\r\n\r\n" not in buffer:
        data = connection.recv(65536)
        if not data:
            return None, b""
        buffer += data
    head, _, rest = buffer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    if headers.get("transfer-encoding") == "chunked":
        return _read_chunked(connection, Request(method, path, headers, b""), rest)
    size = int(headers.get("content-length", "0"))
    while len(rest) < size:
        rest += _more(connection)
    return Request(method, path, headers, rest[:size]), rest[size:]


def _read_chunked(connection: socket.socket, request: Request, rest: bytes) -> tuple[Request, bytes]:
    body = b""
    while True:
        while b"\r\n" not in rest:
            rest += _more(connection)
        line, _, rest = rest.partition(b"\r\n")
        size = int(line.split(b";")[0], 16)
        while len(rest) < size + 2:
            rest += _more(connection)
        body, rest = body + rest[:size], rest[size + 2 :]
        if size == 0:
            return Request(request.method, request.path, request.headers, body), rest


def _more(connection: socket.socket) -> bytes:
    data = connection.recv(65536)
    if not data:
        raise ConnectionError("the client left in the middle of a request")
    return data
