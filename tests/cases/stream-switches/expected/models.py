# Written by nemogen.

from __future__ import annotations

from typing import Literal

from stream_switches._runtime.model import Model


class TalkRequest(Model):
    text: str
    stream: bool | None = None


class Talk(Model):
    text: str


class TalkPiece(Model):
    text: str | None = None


class RiverRequest(Model):
    stream: str | None = None
    """Name of the stream."""


class FeedRequest(Model):
    stream: Literal[True]


class RumourRequest(Model, nullable=["stream"]):
    stream: bool | None = None
