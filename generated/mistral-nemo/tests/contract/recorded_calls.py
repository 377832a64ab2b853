"""The recorded exchanges of a folder, each with how to call it, and what a replay finds."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NotRequired, TypeAlias, TypedDict

Value: TypeAlias = Mapping[str, "Value"] | Sequence["Value"] | str | bytes | int | float | bool | None
"""A JSON value, or one that holds bytes where a body is not text."""


class Body(TypedDict, total=False):
    """A body, or one chunk of a stream: exactly one of the members, `stream` only in a body."""

    json: Value
    text: str
    base64: str
    stream: list[Body | str]


class Request(TypedDict):
    """A recorded request. A parameter or header field has one value or a list of them."""

    method: str
    path: str
    query: NotRequired[dict[str, str | list[str]]]
    headers: NotRequired[dict[str, str | list[str]]]
    body: NotRequired[Body]


class Response(TypedDict):
    """A recorded response."""

    status: int
    headers: NotRequired[dict[str, str | list[str]]]
    body: NotRequired[Body]


class Exchange(TypedDict):
    """The file of a recording."""

    request: Request
    response: Response


@dataclass(frozen=True)
class Call:
    """A recorded exchange and how to call it; the members are those of calls.json, and `exchange` the recording.

    `query` has the query parameters that the operation does not declare.
    `operation` is the dotted name of the method, which the file of the recording may not have: Windows keeps some.
    """

    recording: str
    operation: str
    arguments: dict[str, Value]
    files: list[list[str]]
    headers: dict[str, str]
    base: str
    outcome: str
    end: str | None
    exchange: Exchange = field(repr=False)
    query: dict[str, list[str]] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.recording


@dataclass(frozen=True)
class Calls:
    """The content of a folder: the package to import, its client class, and the calls."""

    module: str
    client: str
    calls: tuple[Call, ...]


@dataclass(frozen=True)
class Difference:
    """Where a replay differs: `kind` is call, request, decode, round-trip or error."""

    kind: str
    message: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.message}"


def load_calls(folder: Path) -> Calls:
    """The calls of a folder, in the order of its calls.json."""
    index = json.loads((folder / "calls.json").read_text("utf-8"))
    calls = [
        Call(**entry, exchange=json.loads((folder / f"{entry['recording']}.json").read_text("utf-8")))
        for entry in index["calls"]
    ]
    return Calls(index["module"], index["client"], tuple(calls))
