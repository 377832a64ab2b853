# Written by nemogen.

from __future__ import annotations

from typing import Literal

from stream_switches._runtime.model import Model


class FeedRequest(Model):
    stream: Literal[True]


class TalkPiece(Model):
    text: str | None = None


class RiverRequest(Model):
    stream: str | None = None
    """Name of the stream."""


class Talk(Model):
    text: str


class RumourRequest(Model, nullable=["stream"]):
    stream: bool | None = None


class TalkRequest(Model):
    text: str
    stream: bool | None = None
