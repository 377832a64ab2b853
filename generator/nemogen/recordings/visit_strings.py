"""Visits or changes every text of a recording, however it is nested."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final, Literal, TypeAlias
from urllib.parse import quote_plus, unquote_plus

from nemogen.document import Json
from nemogen.light_dataclasses import dataclass
from nemogen.pointer import join
from nemogen.recordings.recording import (
    BinaryBody,
    Body,
    Fields,
    JsonBody,
    Recording,
    StreamBody,
    TextBody,
    essence_of,
    header,
)

_PROBABILITIES: Final = frozenset({"text_offset", "logprob", "top_logprobs"})

Kind: TypeAlias = Literal["path", "query", "header", "member", "number", "name", "text", "bytes"]


@dataclass(frozen=True, slots=True)
class Where:
    """The kind of a text, its name, and its JSON Pointer in the recording.

    `owners` are the names of the members around it, outermost first, and `beside` those of the same object.
    """

    kind: Kind
    name: str
    pointer: str
    owners: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()

    @property
    def is_piece_of_text(self) -> bool:
        """Whether it is a language model's token with its probability, not an access token."""
        return not self.beside.isdisjoint(_PROBABILITIES)


Change: TypeAlias = Callable[[str, Where], str]
"""Returns what a text becomes: itself, if it is kept. A number is given as JSON writes it."""


def change_texts(recording: Recording, change: Change) -> Recording:
    """The recording with every text changed, apart from the chunks of a stream (see `streams`)."""
    request, response = recording.request, recording.response
    request = replace(
        request,
        path=change(request.path, Where("path", "path", "/request/path")),
        query=_fields(request.query, change, "query", "/request/query"),
        headers=_fields(request.headers, change, "header", "/request/headers"),
        body=_body(request.body, header(request.headers, "content-type"), change, "/request/body"),
    )
    response = replace(
        response,
        headers=_fields(response.headers, change, "header", "/response/headers"),
        body=_body(response.body, header(response.headers, "content-type"), change, "/response/body"),
    )
    return replace(
        recording,
        request=request,
        response=response,
        source=change(recording.source, Where("text", "source", "/source")),
        note=change(recording.note, Where("text", "note", "/note")),
    )


def change_json(value: Json, change: Change, where: Where) -> Json:
    """The value with every string in it changed, including member names; a number that is not kept becomes 0."""
    if isinstance(value, str):
        return change(value, where)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        text = json.dumps(value)
        return value if change(text, replace(where, kind="number")) == text else 0
    if isinstance(value, Mapping):
        return dict(_members(value, change, where))
    if isinstance(value, list):
        return [
            change_json(
                item, change, Where(where.kind, where.name, join(where.pointer, at), where.owners, where.beside)
            )
            for at, item in enumerate(value)
        ]
    return value


def _members(value: Mapping[str, Json], change: Change, where: Where) -> Iterator[tuple[str, Json]]:
    beside = frozenset(value)
    for name, item in value.items():
        location = join(where.pointer, name)
        new = change(name, Where("name", "", location, where.owners))
        yield new, change_json(item, change, Where("member", name, location, (*where.owners, name), beside))


def _fields(fields: Fields, change: Change, kind: Kind, pointer: str) -> Fields:
    return {
        change(name, Where("name", "", join(pointer, name))): tuple(
            change(value, Where(kind, name, join(pointer, name))) for value in values
        )
        for name, values in fields.items()
    }


def _body(body: Body | None, media_type: str, change: Change, pointer: str) -> Body | None:
    match body:
        case JsonBody(value):
            return JsonBody(change_json(value, change, Where("member", "", f"{pointer}/json")))
        case TextBody(text):
            where = Where("text", "", f"{pointer}/text")
            return TextBody(change(change_form(text, media_type, change, where), where))
        case BinaryBody(content):
            where = Where("bytes", "", f"{pointer}/base64")
            text = change_form(content.decode("latin-1"), media_type, change, where)
            return BinaryBody(change(text, where).encode("latin-1"))
        case StreamBody() | None:
            return body


def change_form(text: str, media_type: str, change: Change, where: Where) -> str:
    """The text of a form with the value of each field changed; other text is kept. Files are left to the body."""
    essence = essence_of(media_type)
    if essence == "application/x-www-form-urlencoded":
        return "&".join(_changed_pair(pair, change, where) for pair in text.split("&"))
    if essence == "multipart/form-data":
        pieces = _delimiter(text, media_type).split(text)
        return "".join(piece if at % 2 else _changed_part(piece, change, where) for at, piece in enumerate(pieces))
    return text


def _changed_pair(pair: str, change: Change, where: Where) -> str:
    name, equals, value = pair.partition("=")
    plain = unquote_plus(value)
    new = change(plain, replace(where, kind="query", name=unquote_plus(name)))
    return pair if new == plain else f"{name}{equals}{quote_plus(new)}"


_BOUNDARY: Final = re.compile(r"""(?i);\s{0,9}boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))""")
_BLANK_LINE: Final = re.compile(r"\r?\n\r?\n")
_NAME: Final = re.compile(r"""(?im)^content-disposition:[^\r\n]*?;\s{0,9}name=(?:"([^"\r\n]*)"|([^";\r\n]*))""")


_LONGEST_BOUNDARY: Final = 70
"""RFC 2046, 5.1.1."""


def boundaries(recording: Recording) -> tuple[str, ...]:
    """What divides the multipart bodies of an exchange: as random as a key, made for one message, and not a secret."""
    found: list[str] = []
    for message in (recording.request, recording.response):
        media_type = header(message.headers, "content-type")
        stated = _BOUNDARY.search(media_type) if essence_of(media_type).startswith("multipart/") else None
        boundary = (stated[1] or stated[2]) if stated else ""
        if 0 < len(boundary) <= _LONGEST_BOUNDARY and _delimiter_line(boundary).search(_text_of(message.body)):
            found.append(boundary)
    return tuple(found)


def _text_of(body: Body | None) -> str:
    match body:
        case TextBody(text):
            return text
        case BinaryBody(content):
            return content.decode("latin-1")
    return ""


def _delimiter(text: str, media_type: str) -> re.Pattern[str]:
    """The separator of a multipart body (RFC 2046, 5.1.1): its boundary, or the first line if that does not match."""
    stated = _BOUNDARY.search(media_type)
    first = text.lstrip().partition("\n")[0].strip()
    lines = (_delimiter_line(boundary) for boundary in ((stated[1] or stated[2]) if stated else "", first[2:]))
    return next((line for line in lines if line.search(text)), re.compile(r"((?!))"))


def _delimiter_line(boundary: str) -> re.Pattern[str]:
    line = rf"--{re.escape(boundary)}(?:--)?[ \t]*(?=\r?\n|\Z)" if boundary else r"(?!)"
    return re.compile(rf"((?:\A|\r?\n){line})")


def _changed_part(part: str, change: Change, where: Where) -> str:
    blank = _BLANK_LINE.search(part)
    named = _NAME.search(part, 0, blank.start()) if blank else None
    if not blank or not named:
        return part
    kind: Kind = "bytes" if where.kind == "bytes" else "query"
    value = part[blank.end() :]
    return part[: blank.end()] + change(value, replace(where, kind=kind, name=named[1] or named[2] or ""))
