"""aiohttp and yarl, as far as they are used: type checkers accept a package without the extra."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from .errors import ConfigurationError


class AiohttpContent(Protocol):
    """A reader of aiohttp."""

    def is_eof(self) -> bool: ...
    def exception(self) -> BaseException | None: ...
    def set_exception(self, error: BaseException | None, /) -> None: ...
    def read_nowait(self) -> bytes: ...
    async def readany(self) -> bytes: ...


class AiohttpResponse(Protocol):
    """A response of aiohttp."""

    method: str
    status: int
    content: AiohttpContent
    raw_headers: Sequence[tuple[bytes, bytes]]

    def close(self) -> None: ...


class AiohttpSession(Protocol):
    """A session of aiohttp."""

    async def request(
        self,
        method: str,
        url: object,
        *,
        headers: list[tuple[str, str]],
        data: object,
        allow_redirects: bool,
        timeout: object,
        ssl: object,
        proxy: object,
    ) -> AiohttpResponse: ...
    async def close(self) -> None: ...


class AiohttpProtocol(Protocol):
    """The parser of a connection of aiohttp."""

    should_close: bool


class AiohttpConnection(Protocol):
    """A connection of aiohttp."""

    protocol: AiohttpProtocol
    transport: asyncio.BaseTransport

    def close(self) -> None: ...


class YarlUrl(Protocol):
    """A URL of yarl."""

    def with_user(self, user: str) -> YarlUrl: ...
    def with_password(self, password: str) -> YarlUrl: ...


class Aiohttp(Protocol):
    """What is used of aiohttp."""

    ConnectionTimeoutError: type[Exception]
    ServerTimeoutError: type[Exception]
    ClientProxyConnectionError: type[Exception]
    ClientHttpProxyError: type[Exception]
    ClientConnectorError: type[Exception]
    ClientConnectionResetError: type[Exception]
    ServerDisconnectedError: type[Exception]
    ClientPayloadError: type[Exception]
    InvalidURL: type[Exception]
    ClientError: type[Exception]
    ClientTimeout: Callable[..., object]
    ClientSession: Callable[..., AiohttpSession]
    DummyCookieJar: Callable[[], object]
    TCPConnector: Any


class Yarl(Protocol):
    """What is used of yarl."""

    URL: Callable[..., YarlUrl]


def _load(name: str) -> Any:
    """A module of the extra. Raises ConfigurationError without it."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise ConfigurationError("connections='aiohttp' needs aiohttp: install the extra [aiohttp]") from None


aiohttp: Aiohttp = _load("aiohttp")
yarl: Yarl = _load("yarl")
