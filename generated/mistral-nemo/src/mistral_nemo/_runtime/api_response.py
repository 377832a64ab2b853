"""A response as all of the runtime after the transport sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ApiResponse:
    """A response: its head, and its body. Of a stream `body` is empty, and `unread` is the library's, to be read.

    `lost` is why the body of an error could not be read, "" where it was.
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    unread: Any = None
    lost: str = ""

    @property
    def content_type(self) -> str:
        """The media type, without parameters, in lower case; "" where none is named."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
