# Written by nemogen.

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict


class TalkRequestParam(TypedDict):
    text: str
    stream: NotRequired[bool]


class RiverRequestParam(TypedDict):
    stream: NotRequired[str]
    """Name of the stream."""


class FeedRequestParam(TypedDict):
    stream: Literal[True]


class RumourRequestParam(TypedDict):
    stream: NotRequired[bool | None]
