# Written by nemogen.

"""Objects of requests as plain dicts: each type is called as its model, with the suffix `Param`."""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class FeedRequestParam(TypedDict):
    stream: Literal[True]


class RiverRequestParam(TypedDict):
    stream: NotRequired[str]
    """Name of the stream."""


class RumourRequestParam(TypedDict):
    stream: NotRequired[bool | None]


class TalkRequestParam(TypedDict):
    text: str
    stream: NotRequired[bool]
