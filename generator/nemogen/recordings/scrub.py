"""Removes secrets from a recording before it is written, and rejects what still looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from nemogen.errors import Location, Problem, RecordingError
from nemogen.openapi.document import Document
from nemogen.recordings.credentials import learnt
from nemogen.recordings.operations import Operations
from nemogen.recordings.recording import Body, JsonBody, Recording, StreamBody
from nemogen.recordings.secret_patterns import ACCOUNT, MARK
from nemogen.recordings.secrets import Secrets, replaced, with_ids
from nemogen.recordings.split_texts import without_split_secrets
from nemogen.recordings.streams import joined_texts, scrub_stream
from nemogen.recordings.visit_strings import Change, Where, boundaries, change_texts

_STREAM: Final = "/response/body/stream"


def all_scrubbed(recordings: Sequence[Recording], secrets: Secrets, spec: Document) -> list[Recording]:
    """All recordings without secrets; path parameters of `spec` are ids, however random they look.

    Raises RecordingError with every location where something remains.
    """
    operations = Operations(spec)
    clean: list[Recording] = []
    problems: list[Problem] = []
    for recording in recordings:
        try:
            ids = operations.ids(recording.request.method, recording.request.path)
            clean.append(scrubbed(recording, with_ids(secrets, ids)))
        except RecordingError as error:
            problems.extend(error.problems)
    if problems:
        raise RecordingError.of(problems)
    return clean


def scrubbed(recording: Recording, secrets: Secrets) -> Recording:
    """The recording without secrets.

    Credentials and cookies go by the name of their header, parameter or member; these, known values, keys of common
    forms and account ids are removed everywhere, even if split between chunks of a stream. Raises RecordingError if
    something that looks like a secret remains, with each location and without the text itself.
    """
    secrets = learnt(secrets, [recording])
    change = _scrubbing(secrets)
    clean = _without_split(change_texts(recording, change), secrets)
    body = clean.response.body
    if isinstance(body, StreamBody):
        chunks = scrub_stream(body.chunks, secrets, change, _STREAM)
        clean = replace(clean, response=replace(clean.response, body=StreamBody(chunks)))
    problems = [_problem(clean, where) for where in _suspects(clean, secrets)]
    if problems:
        first, *others = problems
        raise RecordingError(first.what, where=first.where, remedy=first.remedy, others=tuple(others))
    return clean


def _without_split(recording: Recording, secrets: Secrets) -> Recording:
    """The recording without secrets that are split over several strings of a JSON body."""

    def clean(body: Body | None) -> Body | None:
        return JsonBody(without_split_secrets([body.value], secrets)[0]) if isinstance(body, JsonBody) else body

    request = replace(recording.request, body=clean(recording.request.body))
    return replace(
        recording, request=request, response=replace(recording.response, body=clean(recording.response.body))
    )


_TOKEN: Final = "token"
"""The name of a credential, unless it names a token of text, as next to a `logprob`."""
_SCHEMA_WORDS: Final = frozenset(
    {"$ref", "description", "enum", "format", "maxLength", "maximum", "minLength", "minimum", "pattern", "required",
     "title", "type"}
)  # fmt: skip
"""Keywords that describe a property in a schema, so that their values are no secrets: a tool may have a `password`."""


def _scrubbing(secrets: Secrets) -> Change:
    def change(text: str, where: Where) -> str:
        if where.kind == "name":
            return replaced(text, secrets.name_spans(text))
        if text and _is_hidden(text, where, secrets):
            return MARK
        if where.kind == "bytes":
            return replaced(text, secrets.spans(text, as_bytes=True))
        return secrets.clean(text)

    return change


def _is_hidden(text: str, where: Where, secrets: Secrets) -> bool:
    """Whether a text is a secret by its name and the names of the objects around it."""
    is_secret = {"header": secrets.is_secret_header, "query": secrets.is_secret_parameter}.get(
        where.kind, secrets.is_secret_key
    )
    is_schema = "properties" in where.owners and where.name in _SCHEMA_WORDS
    if is_secret(where.name) or (not is_schema and any(map(is_secret, where.owners))):
        return True
    may_be_key = where.kind != "number" and not where.is_piece_of_text
    if may_be_key and not is_schema and where.name.lower() == _TOKEN:
        return True
    return may_be_key and secrets.is_secret_value(where.name, text)


def _suspects(recording: Recording, secrets: Secrets) -> Iterator[Where]:
    """The locations of what still looks like a secret, each once."""
    found: dict[str, Where] = {}
    dividers = boundaries(recording)

    def look(text: str, where: Where) -> str:
        plain = _without(dividers, text).replace(MARK, " ").replace(ACCOUNT, " ")
        spans = secrets.name_spans if where.kind == "name" else secrets.spans
        if where.kind != "bytes" and (secrets.suspect(plain, where.name) or spans(plain)):
            found.setdefault(where.pointer, where)
        return text

    change_texts(recording, look)
    body = recording.response.body
    if isinstance(body, StreamBody):
        for text, where in joined_texts(body.chunks, _STREAM):
            look(text, where)
    yield from found.values()


def _without(words: Sequence[str], text: str) -> str:
    for each in words:
        text = re.sub(rf"(?<!\w){re.escape(each)}(?!\w)", " ", text)
    return text


def _problem(recording: Recording, where: Where) -> Problem:
    what = f"{recording.name} is not saved: it contains something that looks like a secret"
    named = f" (here {where.name!r})" if where.name else ""
    remedy = (
        f"In [record] of api.toml, add the name of its header, parameter or member{named} to keys if it is a secret, or"
        " to allow if it is not one."
    )
    return Problem(what, Location(recording.file or f"{recording.name}.json", where.pointer), remedy)
