# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from typing import Literal

from ._runtime.model import Model


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
