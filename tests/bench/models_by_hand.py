"""The models that one writes by hand for a bare client: what is needed, no more."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class _Model(BaseModel):
    model_config = ConfigDict(extra="allow")


class Message(_Model):
    role: str
    content: str | None = None
    refusal: str | None = None


class Choice(_Model):
    index: int
    message: Message
    finish_reason: str | None = None


class Usage(_Model):
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class Completion(_Model):
    id: str
    object: str
    created: int
    model: str
    choices: list[Choice]
    usage: Usage | None = None


class Delta(_Model):
    role: str | None = None
    content: str | None = None


class ChunkChoice(_Model):
    index: int
    delta: Delta
    finish_reason: str | None = None


class Chunk(_Model):
    id: str
    object: str
    created: int
    model: str
    choices: list[ChunkChoice]
