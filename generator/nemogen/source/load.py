"""Bytes as a parsed document: JSON or YAML, strictly, with places; and the question whether it is OpenAPI at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nemogen.document import Json, JsonObject
from nemogen.errors import Location, SpecError
from nemogen.findings import Finding, Level
from nemogen.source.json_text import decode_json
from nemogen.source.positions import locate
from nemogen.source.yaml_text import decode_yaml

_FETCH_AGAIN: Final = "Fetch it again, or take another source."
_YAML_LINE: Final = re.compile(r"(?m)^[A-Za-z\"'][^\n{]*:(\s|$)")
_MARKUP: Final = re.compile(rb"\s*<(!doctype|html|head|body|\?xml|!--)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A parsed document with the bytes it came from. `findings` are its duplicate keys."""

    value: Json
    findings: tuple[Finding, ...]
    content: bytes
    file: str

    def place(self, pointer: str) -> Location:
        """The place of a JSON Pointer in the text."""
        position = locate(self.content, [pointer])[pointer]
        return Location(self.file, pointer, position.line, position.column)


def load(content: bytes, file: str) -> Loaded:
    """Parse `content`; `file` is the name to show and tells YAML (.yaml, .yml) from JSON, else the content does.

    Raises SpecError with line and column: empty, not UTF-8, markup instead of a document, cut off, bad syntax, what
    is no JSON value.
    """
    refuse_markup(content, file)
    text = _text(content, file)
    value, duplicates = _decode(text, file)
    return Loaded(value, _findings(duplicates), content, file)


def refuse_markup(content: bytes, file: str) -> None:
    """Raise SpecError when `content` begins as an HTML or XML page does."""
    if _MARKUP.match(content[:1000].removeprefix(b"\xef\xbb\xbf")):
        what = "an HTML or XML page, where a JSON or YAML document belongs"
        raise SpecError(what, where=Location(file, line=1, column=1), remedy="Give the address of the raw file.")


def require_openapi(loaded: Loaded) -> JsonObject:
    """The document, if it is OpenAPI 3.x with a mapping of paths (or 3.1's webhooks or components alone).

    Raises SpecError that says what it is instead, with a remedy.
    """
    value = loaded.value
    if not isinstance(value, dict):
        raise _no_openapi(f"a JSON {_kind(value)}, where an OpenAPI object belongs", loaded.place(""), _FETCH_AGAIN)
    version = value.get("openapi")
    if version is None:
        what, remedy = _what_instead(value)
        raise _no_openapi(what, loaded.place(""), remedy)
    if not isinstance(version, str) or not re.match(r"3\.[0-2](\.|$)", version):
        raise _no_openapi(f"OpenAPI version {version!r}", loaded.place("/openapi"), "3.0 to 3.2 are read.")
    _require_paths(value, version, loaded)
    return value


def _require_paths(value: JsonObject, version: str, loaded: Loaded) -> None:
    paths = value.get("paths")
    if isinstance(paths, dict):
        return
    if "paths" in value:
        what = f"paths is a JSON {_kind(paths)}, and a mapping of paths to operations belongs there"
        remedy = (
            'Write each path as a key, as in "paths": {"/v1/chat": {...}}; where upstream is wrong, keep the old pin.'
        )
        raise _no_openapi(what, loaded.place("/paths"), remedy)
    if version.startswith("3.0") or not ({"webhooks", "components"} & value.keys()):
        raise _no_openapi("paths is missing", loaded.place(""), "A client needs at least one operation.")


def _what_instead(value: Mapping[str, Json]) -> tuple[str, str]:
    for key, what, remedy in _LOOKS_LIKE:
        if key in value:
            return what, remedy
    return "no OpenAPI document: the key openapi is missing", _FETCH_AGAIN


_LOOKS_LIKE: Final = (
    ("swagger", "Swagger 2.0, not OpenAPI 3", "Convert it first, for example with swagger2openapi."),
    ("asyncapi", "an AsyncAPI document", "Give the OpenAPI document of the same API."),
    ("arazzo", "an Arazzo document", "Give the OpenAPI document that it describes workflows of."),
    ("overlay", "an OpenAPI Overlay", "Give the document that it extends; the overlay goes to overlay.yaml."),
    ("item", "a Postman collection", "Export it as OpenAPI 3."),
    ("$schema", "a JSON Schema", "Give the OpenAPI document that uses it."),
    ("paths", "paths, but not the key openapi", 'Add the version, as in "openapi": "3.0.3".'),
    ("message", "no OpenAPI document but what looks like an error message", _FETCH_AGAIN),
)
"""Key at the root, what the document is then, remedy; the first that fits counts."""


def _text(content: bytes, file: str) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:1000]:
        what = "UTF-16 or UTF-32 (or no text at all)"
        raise SpecError(
            what, where=Location(file, line=1, column=1), remedy="Save it as UTF-8 (RFC 8259, section 8.1)."
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        where = Location(file, line=before.count(b"\n") + 1, column=column)
        raise SpecError("not UTF-8", where=where, remedy="Save it as UTF-8 (RFC 8259, section 8.1).") from None
    if not text.strip():
        raise SpecError("the document is empty", where=Location(file), remedy=_FETCH_AGAIN)
    return text


def _decode(text: str, file: str) -> tuple[Json, tuple[Location, ...]]:
    name = file.partition("?")[0].lower()
    if name.endswith((".yaml", ".yml")):
        try:  # JSON is nearly a part of YAML: not its escaped surrogate pairs, and it is read ten times as fast
            return decode_json(text, file) if text.lstrip()[0] in "{[" else decode_yaml(text, file)
        except SpecError:
            return decode_yaml(text, file)
    # A pin is called openapi.json whatever upstream writes, so the name alone does not make it JSON.
    if text.lstrip()[0] in "{[" or not _YAML_LINE.search(text):
        return decode_json(text, file)
    return decode_yaml(text, file)


def _findings(duplicates: tuple[Location, ...]) -> tuple[Finding, ...]:
    message = "the key stands twice in one object: the last one counts"
    return tuple(
        Finding("duplicate-key", Level.NOTE, message, area="document", revision=place, key=place.pointer)
        for place in duplicates
    )


def _kind(value: Json) -> str:
    names = {dict: "object", list: "list", str: "string", bool: "boolean", int: "number", float: "number"}
    return names.get(type(value), "null")


def _no_openapi(what: str, where: Location, remedy: str) -> SpecError:
    return SpecError(what, where=where, remedy=remedy)
