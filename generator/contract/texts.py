"""Every text of a recording, one after the other: looked at or changed in one place, however it is nested."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from generator.contract.recording import BinaryBody, Body, Fields, JsonBody, Recording, StreamBody, TextBody
from generator.ir import Json
from generator.pointer import join

Kind: TypeAlias = Literal["path", "query", "header", "member", "name", "text", "bytes"]


@dataclass(frozen=True, slots=True)
class Where:
    """What a text is, the name that it stands under, and its JSON Pointer in the recording.

    `owners` are the names of the members around it, outermost first.
    """

    kind: Kind
    name: str
    pointer: str
    owners: tuple[str, ...] = ()


Change: TypeAlias = Callable[[str, Where], str]
"""Gives what a text becomes: itself, where it stays."""


def change_texts(recording: Recording, change: Change) -> Recording:
    """The recording with every text changed, apart from the pieces of a stream (see `streams`)."""
    request, response = recording.request, recording.response
    request = replace(
        request,
        path=change(request.path, Where("path", "url", "/request/path")),
        query=_fields(request.query, change, "query", "/request/query"),
        headers=_fields(request.headers, change, "header", "/request/headers"),
        body=_body(request.body, change, "/request/body"),
    )
    response = replace(
        response,
        headers=_fields(response.headers, change, "header", "/response/headers"),
        body=_body(response.body, change, "/response/body"),
    )
    return replace(
        recording,
        request=request,
        response=response,
        source=change(recording.source, Where("text", "url", "/source")),
        note=change(recording.note, Where("text", "note", "/note")),
    )


def change_json(value: Json, change: Change, where: Where) -> Json:
    """The value with every string in it changed, names of members too; what does not change stays the same object."""
    if isinstance(value, str):
        return change(value, where)
    if isinstance(value, Mapping):
        return {
            change(name, Where("name", "", join(where.pointer, name), where.owners)): change_json(
                item, change, Where("member", name, join(where.pointer, name), (*where.owners, name))
            )
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [
            change_json(item, change, replace(where, pointer=join(where.pointer, at))) for at, item in enumerate(value)
        ]
    return value


def _fields(fields: Fields, change: Change, kind: Kind, pointer: str) -> Fields:
    return {
        name: tuple(change(value, Where(kind, name, join(pointer, name))) for value in values)
        for name, values in fields.items()
    }


def _body(body: Body | None, change: Change, pointer: str) -> Body | None:
    match body:
        case JsonBody(value):
            return JsonBody(change_json(value, change, Where("member", "", f"{pointer}/json")))
        case TextBody(text):
            return TextBody(change(text, Where("text", "", f"{pointer}/text")))
        case BinaryBody(content):
            changed = change(content.decode("latin-1"), Where("bytes", "", f"{pointer}/base64"))
            return BinaryBody(changed.encode("latin-1"))
        case StreamBody() | None:
            return body
