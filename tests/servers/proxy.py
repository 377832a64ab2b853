"""A proxy on loopback that forwards: HTTP (absolute URLs and CONNECT) and SOCKS5, with a password if it is told one."""

from __future__ import annotations

import base64
import contextlib
import socket
import ssl
import struct
import threading
from types import TracebackType
from typing import Literal, Self

from tests.servers.loopback import CERTIFICATE

_AUTHORIZED = b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n"


class Proxy:
    """A context manager. `seen` holds what it was asked for, such as `CONNECT host:port`, in order."""

    def __init__(self, kind: Literal["http", "socks5"], auth: str = "", *, tls: bool = False) -> None:
        self.kind = kind
        self.auth = auth
        self._scheme = "https" if tls else kind
        self.seen: list[str] = []
        self._sockets: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._port = self._listener.getsockname()[1]
        self._closing = False
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            self._listener = context.wrap_socket(self._listener, server_side=True, do_handshake_on_connect=False)

    @property
    def url(self) -> str:
        """Its URL, with user and password."""
        return f"{self._scheme}://{self.auth + '@' if self.auth else ''}127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._closing = True
        socket.create_connection(("127.0.0.1", self._port)).close()
        for each in self._sockets:
            _shut(each)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:  # a peer that left before its TLS began, or the end of this proxy
                if self._closing:
                    return
                continue
            if self._closing:
                connection.close()
                return
            self._sockets.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            first = b""
            target = self._socks(connection) if self.kind == "socks5" else None
            if target is None and self.kind == "http":
                target, first = self._http(connection)
            if target is None:
                return
            with socket.create_connection(target) as other:
                self._sockets.append(other)
                other.sendall(first)
                back = threading.Thread(target=_pump, args=(other, connection), daemon=True)
                back.start()
                _pump(connection, other)
                back.join()

    def _http(self, connection: socket.socket) -> tuple[tuple[str, int] | None, bytes]:
        data = b""
        while b"\r\n\r\n" not in data:
            more = connection.recv(65536)
            if not more:
                raise ConnectionError
            data += more
        head, _, rest = data.partition(b"\r\n\r\n")
        method, url, _ = head.split(b"\r\n")[0].decode().split(" ")
        self.seen.append(f"{method} {url}")
        wanted = b"proxy-authorization: basic " + base64.b64encode(self.auth.encode()).lower()
        if self.auth and wanted not in head.lower():
            connection.sendall(_AUTHORIZED)
            return None, b""
        host, _, port = url.removeprefix("http://").partition("/")[0].rpartition(":")
        if method == "CONNECT":
            connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            return (host, int(port)), b""
        path = "/" + url.removeprefix("http://").partition("/")[2]
        return (host, int(port)), head.replace(url.encode(), path.encode(), 1) + b"\r\n\r\n" + rest

    def _socks(self, connection: socket.socket) -> tuple[str, int] | None:
        count = _exactly(connection, 2)[1]
        methods = _exactly(connection, count)
        method = 2 if self.auth else 0
        if method not in methods:
            connection.sendall(b"\x05\xff")
            return None
        connection.sendall(bytes([5, method]))
        if self.auth:
            user = _exactly(connection, _exactly(connection, 2)[1]).decode()
            password = _exactly(connection, _exactly(connection, 1)[0]).decode()
            connection.sendall(b"\x01\x00" if f"{user}:{password}" == self.auth else b"\x01\x01")
            if f"{user}:{password}" != self.auth:
                return None
        kind = _exactly(connection, 4)[3]
        if kind == 1:
            host = socket.inet_ntoa(_exactly(connection, 4))
        else:
            host = _exactly(connection, _exactly(connection, 1)[0]).decode()
        (port,) = struct.unpack(">H", _exactly(connection, 2))
        self.seen.append(f"SOCKS {host}:{port}")
        connection.sendall(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
        return host, port


def _exactly(connection: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        more = connection.recv(count - len(data))
        if not more:
            raise ConnectionError
        data += more
    return data


def _pump(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


def _shut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
