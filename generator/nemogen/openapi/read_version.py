"""Which version of OpenAPI a parsed file is; what it is instead, where it is something else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from nemogen.errors import Location as Location
from nemogen.errors import SpecError
from nemogen.openapi.json_value import JsonObject, JsonValue
from nemogen.openapi.text import FETCH_AGAIN

_SUPPORTED: Final = re.compile(r"3\.[0-2](\.|$)")

_LOOKS_LIKE: Final = (
    ("asyncapi", "an AsyncAPI document", "Give the OpenAPI document of the same API."),
    ("arazzo", "an Arazzo document", "Give the OpenAPI document that it describes workflows of."),
    ("overlay", "an OpenAPI Overlay", "Give the document that it extends; the overlay goes to overlay.yaml."),
    ("item", "a Postman collection", "Export it as OpenAPI 3."),
    ("$schema", "a JSON Schema", "Give the OpenAPI document that uses it."),
    ("paths", "paths, but not the key openapi", 'Add the version, as in "openapi": "3.0.3".'),
    ("message", "not an OpenAPI document but what looks like an error message", FETCH_AGAIN),
)
"""Key at the root, what the document is then, remedy; the first that fits counts."""


def read_version(value: JsonValue, file: str) -> tuple[str, JsonObject]:
    """The version ("2.0", "3.1.0") and the root object of a document.

    Raises SpecError, with the actual content and how to continue, for anything but OpenAPI 2.0 to 3.2 with a mapping
    of paths (or webhooks or components alone, from 3.1 on).
    """
    if not isinstance(value, Mapping):
        what = f"a JSON {_json_kind(value)}, where an OpenAPI object belongs"
        raise SpecError(what, where=Location(file), remedy=FETCH_AGAIN)
    key = "openapi" if value.get("openapi") is not None else "swagger"
    said = value.get(key)
    if said is None:
        what, remedy = _what_instead(value)
        raise SpecError(what, where=Location(file), remedy=remedy)
    # YAML reads an unquoted version as a number.
    version = str(said) if isinstance(said, str | float) else ""
    supported = bool(_SUPPORTED.match(version)) if key == "openapi" else version in ("2.0", "2.0.0")
    if not supported:
        what = f"{'OpenAPI' if key == 'openapi' else 'Swagger'} version {said!r} is not supported"
        raise SpecError(what, where=Location(file, f"/{key}"), remedy="2.0 and 3.0 to 3.2 are read.")
    _require_paths(value, version, file)
    return version, value


def _require_paths(value: JsonObject, version: str, file: str) -> None:
    paths = value.get("paths")
    if isinstance(paths, Mapping):
        return
    if paths is not None:
        what = f"paths is a JSON {_json_kind(paths)}, and a mapping of paths to operations belongs there"
        remedy = (
            'Write each path as a key, as in "paths": {"/v1/chat": {...}}; where upstream is wrong, keep the old pin.'
        )
        raise SpecError(what, where=Location(file, "/paths"), remedy=remedy)
    if version.startswith(("2.", "3.0")) or not ({"webhooks", "components"} & value.keys()):
        raise SpecError("paths is missing", where=Location(file), remedy="A client needs at least one operation.")


def _what_instead(value: JsonObject) -> tuple[str, str]:
    for key, what, remedy in _LOOKS_LIKE:
        if key in value:
            return what, remedy
    return "not an OpenAPI document: the key openapi is missing", FETCH_AGAIN


def _json_kind(value: JsonValue) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "string"
    return "null" if value is None else "object" if isinstance(value, Mapping) else "list"
