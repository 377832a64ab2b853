# Written by nemogen.

from __future__ import annotations

from no_content_and_several_statuses._runtime.model import Model


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
