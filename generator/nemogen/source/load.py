"""Parses bytes as a document: strict JSON or YAML, with locations, and checks that it is OpenAPI."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from nemogen.document import Json, JsonObject
from nemogen.errors import Location, SpecError
from nemogen.findings import Finding
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.text import FETCH_AGAIN as _FETCH_AGAIN
from nemogen.openapi.text import parse_text
from nemogen.openapi.text import refuse_markup as refuse_markup
from nemogen.openapi.text_positions import locate


@dataclass(frozen=True, slots=True)
class Loaded:
    """A parsed document with the bytes it came from. `findings` are its duplicate keys."""

    value: Json
    findings: tuple[Finding, ...]
    content: bytes
    file: str

    def locate(self, pointer: str) -> Location:
        """The location of a JSON Pointer in the text."""
        return self.locate_all([pointer])[pointer]

    def locate_all(self, pointers: Iterable[str]) -> dict[str, Location]:
        """The location of each JSON Pointer, found in one pass over the text."""
        found = locate(self.content, pointers)
        return {pointer: Location(self.file, pointer, at.line, at.column) for pointer, at in found.items()}


def load(content: bytes, file: str) -> Loaded:
    """The value of `content`, parsed by `openapi.text.parse_text`. Raises SpecError as it does."""
    parsed = parse_text(content, file)
    return Loaded(parsed.value, parsed.findings, content, file)


def require_openapi(loaded: Loaded) -> JsonObject:
    """The document, if it is Swagger 2.0 or OpenAPI 3.x with a mapping of paths (or only 3.1's webhooks or components).

    Raises SpecError that names what it is instead, with a remedy.
    """
    value = loaded.value
    if not isinstance(value, dict):
        raise _no_openapi(f"a JSON {_kind(value)}, expected an OpenAPI object", loaded.locate(""), _FETCH_AGAIN)
    version = value.get("openapi")
    if version is None and str(value.get("swagger")) == "2.0":
        _require_paths(value, "2.0", loaded)
        return value
    if version is None:
        what, remedy = _what_instead(value)
        raise _no_openapi(what, loaded.locate(""), remedy)
    # YAML reads an unquoted version as a number.
    said = str(version) if isinstance(version, str | float) else ""
    if not re.match(r"3\.[0-2](\.|$)", said):
        raise _no_openapi(
            f"OpenAPI version {version!r} is not supported", loaded.locate("/openapi"), "3.0 to 3.2 are supported."
        )
    _require_paths(value, said, loaded)
    return value


def _require_paths(value: JsonObject, version: str, loaded: Loaded) -> None:
    paths = value.get("paths")
    if isinstance(paths, dict):
        return
    if "paths" in value:
        what = f"paths is a JSON {_kind(paths)}, expected a mapping of paths to operations"
        remedy = (
            'Write each path as a key, as in "paths": {"/v1/chat": {...}}; if upstream is wrong, keep the pinned spec.'
        )
        raise _no_openapi(what, loaded.locate("/paths"), remedy)
    if version.startswith(("2.", "3.0")) or not ({"webhooks", "components"} & value.keys()):
        raise _no_openapi("paths is missing", loaded.locate(""), "A client needs at least one operation.")


def _what_instead(value: Mapping[str, Json]) -> tuple[str, str]:
    for key, what, remedy in _LOOKS_LIKE:
        if key in value:
            return what, remedy
    return "not an OpenAPI document: the key openapi is missing", _FETCH_AGAIN


_LOOKS_LIKE: Final = (
    ("swagger", "an unsupported Swagger version", "Swagger 2.0 and OpenAPI 3.0 to 3.2 are supported."),
    ("asyncapi", "an AsyncAPI document", "Use the OpenAPI document of the same API."),
    ("arazzo", "an Arazzo document", "Use the OpenAPI document whose workflows it describes."),
    ("overlay", "an OpenAPI Overlay", "Use the document that it extends; the overlay goes into overlay.yaml."),
    ("item", "a Postman collection", "Export it as OpenAPI 3."),
    ("$schema", "a JSON Schema", "Use the OpenAPI document that uses it."),
    ("paths", "paths, but not the key openapi", 'Add the version, as in "openapi": "3.0.3".'),
    ("message", "not an OpenAPI document: it looks like an error message", _FETCH_AGAIN),
)
"""Key at the root, kind of document, remedy; the first match counts."""


def _kind(value: Json) -> str:
    names = {dict: "object", list: "list", str: "string", bool: "boolean", int: "number", float: "number"}
    return names.get(type(value), "null")


def _no_openapi(what: str, where: Location, remedy: str) -> SpecError:
    return SpecError(what, where=where, remedy=remedy)
