"""Reads a recording's JSON form (recording.schema.json). Reports all problems of a file at once."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from typing import Final

from nemogen import pointer as pointers
from nemogen.document import Json
from nemogen.errors import Location, Problem, RecordingError
from nemogen.light_dataclasses import dataclass
from nemogen.recordings.recording import (
    ORIGINS,
    BinaryBody,
    Body,
    Fields,
    JsonBody,
    Recording,
    Request,
    Response,
    StreamBody,
    TextBody,
    strict_json,
)

NAME: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,119}")
"""Valid names of an operation and a case: both become file names."""

_MEMBERS: Final = {"origin", "recorded", "source", "note", "spec_sha256", "request", "response"}
_SCHEMA: Final = "generator/nemogen/recordings/recording.schema.json describes a recording."


def read_recording(content: bytes, file: str, *, operation: str, case: str) -> Recording:
    """The recording in `content`; `file` is its path, for messages.

    Raises RecordingError with every problem, each with file, line and JSON Pointer.
    """
    reader = _Reader(content, file)
    value = reader.parse()
    recording = reader.recording(value, operation, case)
    if reader.problems:
        first, *others = reader.problems
        raise RecordingError(first.what, where=first.where, remedy=first.remedy, others=tuple(others))
    return recording


@dataclass
class _Reader:
    content: bytes
    file: str
    problems: list[Problem] = field(default_factory=list)

    def parse(self) -> Json:
        try:
            return strict_json(self.content.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            line = self.content.count(b"\n", 0, error.start) + 1
            where = Location(self.file, line=line)
            raise RecordingError("the recording is not valid UTF-8", where=where, remedy="Save it as UTF-8.") from error
        except json.JSONDecodeError as error:
            where = Location(self.file, line=error.lineno, column=error.colno)
            what = f"the recording is not valid JSON: {error.msg}"
            raise RecordingError(what, where=where, remedy="Fix it.") from error
        except (ValueError, RecursionError) as error:
            what = f"the recording cannot be read: duplicate keys, a number out of range or nesting too deep ({error})"
            raise RecordingError(what, where=Location(self.file), remedy="Re-record it.") from error

    def wrong(self, pointer: str, what: str, remedy: str = _SCHEMA) -> None:
        line = line_of(self.content, pointer)
        self.problems.append(Problem(what, Location(self.file, pointer, line), remedy))

    def mapping(self, value: Json, pointer: str, members: set[str]) -> Mapping[str, Json]:
        if not isinstance(value, dict):
            self.wrong(pointer, "expected an object")
            return {}
        for name in (name for name in value if name not in members):
            self.wrong(pointers.join(pointer, name), f"{name!r} is not a member of a recording")
        return value

    def text(self, value: Mapping[str, Json], name: str, pointer: str, pattern: str = "", default: str = "") -> str:
        found = value.get(name, default)
        if isinstance(found, str) and (re.fullmatch(pattern, found) if pattern and name in value else True):
            return found
        self.wrong(f"{pointer}/{name}", f"{name} must be a text{' like ' + pattern if pattern else ''}")
        return default

    def recording(self, value: Json, operation: str, case: str) -> Recording:
        members = self.mapping(value, "", _MEMBERS)
        for name in ("origin", "request", "response"):
            if isinstance(value, dict) and name not in value:
                self.wrong("", f"{name} is missing")
        return Recording(
            operation=operation,
            case=case,
            request=self.request(members.get("request", {"method": "GET", "path": "/"})),
            response=self.response(members.get("response", {"status": 200})),
            origin=self.text(members, "origin", "", "|".join(ORIGINS), "written"),
            recorded=self.day(members),
            source=self.text(members, "source", ""),
            note=self.text(members, "note", ""),
            spec_sha256=self.text(members, "spec_sha256", "", "[0-9a-f]{64}"),
            file=self.file,
        )

    def day(self, members: Mapping[str, Json]) -> date | None:
        if "recorded" not in members:
            return None
        try:
            return date.fromisoformat(self.text(members, "recorded", "", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "2000-01-01"))
        except ValueError:
            self.wrong("/recorded", "recorded is not a valid date")
            return None

    def request(self, value: Json) -> Request:
        members = self.mapping(value, "/request", {"method", "path", "query", "headers", "body"})
        for name in ("method", "path"):
            if isinstance(value, dict) and name not in members:
                self.wrong("/request", f"{name} is missing")
        return Request(
            method=self.text(members, "method", "/request", "[A-Z]+", "GET"),
            path=self.text(members, "path", "/request", r"/[^?#\s]*", "/"),
            query=self.fields(members, "query", "/request/query", str),
            headers=self.fields(members, "headers", "/request/headers", str.lower),
            body=self.body(members, "/request/body"),
        )

    def response(self, value: Json) -> Response:
        members = self.mapping(value, "/response", {"status", "headers", "body"})
        status = members.get("status")
        if type(status) is not int or not 100 <= status <= 599:
            self.wrong("/response/status" if "status" in members else "/response", "status must be from 100 to 599")
            status = 200
        headers = self.fields(members, "headers", "/response/headers", str.lower)
        return Response(status, headers, self.body(members, "/response/body"))

    def fields(self, members: Mapping[str, Json], name: str, pointer: str, spell: Callable[[str], str]) -> Fields:
        found = members.get(name, {})
        if not isinstance(found, dict):
            self.wrong(pointer, "expected an object of strings")
            return {}
        fields = {}
        for key, value in found.items():
            values = value if isinstance(value, list) and value else [value]
            if all(isinstance(item, str) and not _breaks(item) for item in [key, *values]):
                fields[spell(key)] = tuple(values)
            else:
                self.wrong(pointers.join(pointer, key), "expected a string without line breaks, or a list of them")
        return fields

    def body(self, members: Mapping[str, Json], pointer: str) -> Body | None:
        if "body" not in members:
            return None
        found = members["body"]
        if not isinstance(found, dict) or len(found) != 1 or not found.keys() <= {"json", "text", "base64", "stream"}:
            self.wrong(pointer, "a body must have exactly one member: json, text, base64 or stream")
            return None
        [(form, value)] = found.items()
        if form == "json":
            return JsonBody(value)
        if form == "stream" and isinstance(value, list):
            return StreamBody(tuple(self.chunk(item, f"{pointer}/stream/{at}") for at, item in enumerate(value)))
        content = self.content_of(form, value)
        if content is None:
            self.wrong(f"{pointer}/{form}", _BODY_FORMS[form])
            return None
        return TextBody(content.decode()) if form == "text" else BinaryBody(content)

    def chunk(self, value: Json, pointer: str) -> bytes:
        form = "base64" if isinstance(value, dict) and value.keys() == {"base64"} else "text"
        content = self.content_of(form, value["base64"] if form == "base64" else value)
        if content is None:
            self.wrong(pointer, "a chunk must be a string, or base64 if it is not valid UTF-8")
            return b""
        return content

    @staticmethod
    def content_of(form: str, value: Json) -> bytes | None:
        try:
            if isinstance(value, str):
                return value.encode() if form == "text" else base64.b64decode(value, validate=True)
        except (UnicodeEncodeError, binascii.Error, ValueError):
            return None
        return None


_BODY_FORMS: Final = {
    "text": "text must be a string that can be written as UTF-8",
    "base64": "base64 must be a string of base64",
    "stream": "stream must be a list of chunks",
}


def line_of(content: bytes, pointer: str) -> int | None:
    """The line (from 1) at which the value of an RFC 6901 pointer begins in a JSON text; None if it is not found.

    JSON is (nearly always) valid YAML, and the YAML reader keeps lines. Only messages need it.
    """
    import yaml

    try:
        node = yaml.compose(content.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return None
    for part in pointers.split(pointer):
        node = _child(node, part) or node
    return node.start_mark.line + 1 if node is not None else None


def _child(node: Json, part: str) -> Json:
    import yaml

    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and part.isdigit() and int(part) < len(node.value):
        return node.value[int(part)]
    return None


def _breaks(text: str) -> bool:
    return any(mark in text for mark in "\r\n\0")
