"""Reads what a request's headers ask of the mock server: faults, a chunk delay, a recording by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from nemogen.light_dataclasses import dataclass
from nemogen.recordings.bundled_tests.loopback import ServedResponse

PREFIX: Final = "x-mock-"
_LONGEST: Final = 300.0


@dataclass(frozen=True, slots=True)
class Directives:
    """`status` to fail with, seconds of `delay` before the response and of `chunk_delay` between chunks, the number of
    chunks after which the connection is `cut` (a body of one chunk is cut in the middle), the message of an
    `error_event` that ends a stream after its first chunk, the `case` to respond with, a `seed` for made-up ones.
    """

    status: int | None = None
    delay: float = 0.0
    chunk_delay: float | None = None
    cut: int | None = None
    error_event: str | None = None
    case: str | None = None
    seed: str | None = None


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds <= _LONGEST:
        raise ValueError(text)
    return seconds


def _status(text: str) -> int:
    status = int(text)
    if not 300 <= status <= 599:
        raise ValueError(text)
    return status


def _chunks(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)


_FIELDS: Final[Mapping[str, tuple[str, Callable[[str], Any], str]]] = {
    "status": ("status", _status, "a status from 300 to 599"),
    "delay": ("delay", _seconds, "seconds, from 0 to 300"),
    "chunk-delay": ("chunk_delay", _seconds, "seconds, from 0 to 300"),
    "cut": ("cut", _chunks, "a number of chunks"),
    "error-event": ("error_event", str, "words"),
    "case": ("case", str, "the name of a recording"),
    "seed": ("seed", str, "a text"),
}
"""Header (after the prefix): the field of Directives, its reader, and what it must be."""


def read_directives(headers: tuple[tuple[str, str], ...]) -> Directives:
    """The directives in the headers of a request. Raises ValueError, with a message, for one that is not valid."""
    given: dict[str, Any] = {}
    for name, text in headers:
        if not name.startswith(PREFIX):
            continue
        row = _FIELDS.get(name.removeprefix(PREFIX))
        if row is None:
            known = ", ".join(PREFIX + key for key in _FIELDS)
            raise ValueError(f"the header {name} is unknown; known are {known}")
        try:
            given[row[0]] = row[1](text.strip())
        except ValueError as error:
            raise ValueError(f"the header {name} must be {row[2]}") from error
    return Directives(**given)


def with_directives(
    response: ServedResponse, directives: Directives, *, error_event: bytes, chunk_delay: float
) -> ServedResponse:
    """The response as the directives want it; `error_event` is the event's bytes, `chunk_delay` the default."""
    chunks = response.chunks
    if directives.error_event is not None and response.is_stream:
        chunks = (*chunks[:1], error_event)
    cut = None
    if directives.cut is not None:
        cut = sum(map(len, chunks[: directives.cut])) if len(chunks) > 1 else sum(map(len, chunks)) // 2
    usual = chunk_delay if directives.chunk_delay is None else directives.chunk_delay
    return replace(response, chunks=chunks, delay=directives.delay, chunk_delay=usual, cut=cut)
