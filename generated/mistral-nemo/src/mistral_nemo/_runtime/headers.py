"""Checks what a header can contain (RFC 9110, section 5.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .errors import ArgumentError
from .secret import MaskedText

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_OUTSIDE_LATIN_1 = re.compile(r"[^\x00-\xff]")


def checked_header(name: str, value: str) -> str:
    """The value, if both can be sent. Raises ArgumentError, which does not hold the value."""
    if not _NAME.fullmatch(name):
        raise ArgumentError(f"header {name[:80]!r}: not a valid name of a header")
    if not isinstance(value, str) or _CONTROL.search(value):
        raise ArgumentError(f"header {name}: the value must be a text without newlines and other control characters")
    if _OUTSIDE_LATIN_1.search(value):
        raise ArgumentError(f"header {name}: the value has characters outside Latin-1, which a header cannot carry")
    return MaskedText(value)


class ResponseHeaders(Mapping[str, str]):
    """The headers of a response, by name in any case. Iterating gives the names in lower case."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, str]) -> None:
        """`values` by name in lower case."""
        self._values = values

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"ResponseHeaders({', '.join(self._values)})"
