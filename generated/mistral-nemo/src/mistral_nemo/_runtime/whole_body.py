"""A body that was read before, in place of a response that is still to be read."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from typing import Any


class WholeBody:
    """A body that was read before, in place of a response that is still to be read."""

    http_version = ""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self.extensions: dict[str, Any] = {}

    def iter_bytes(self) -> Generator[bytes]:
        """The body, as a whole."""
        yield self._body

    async def aiter_bytes(self) -> AsyncGenerator[bytes]:
        """The body, as a whole."""
        yield self._body

    def close(self) -> None:
        """There is nothing to close."""

    async def aclose(self) -> None:
        """There is nothing to close."""
