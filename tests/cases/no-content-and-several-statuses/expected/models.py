# Written by nemogen.

"""Objects of requests and responses, as pydantic models."""

from __future__ import annotations

from ._runtime.model import Model


class LetterReplaceRequest(Model):
    text: str


class LetterReplaceParameters(Model):
    letter_id: str


class Letter(Model):
    version: int | None = None


class LetterReplaceResponse(Model):
    id: str | None = None


class LetterError(Model):
    status: int | None = None
    title: str | None = None


class LetterDeleteParameters(Model):
    letter_id: str
