"""Security schemes and requirements, without what has no meaning in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nemogen import pointer
from nemogen.document import Json, JsonObject
from nemogen.naming.reading import Reading, list_of, mapping_of, resolved

_AT = "/components/securitySchemes"


def schemes(document: JsonObject, reading: Reading) -> dict[str, Any]:
    """The security schemes by name; each value that counts is a text."""
    found: dict[str, Any] = {}
    for name, entry in mapping_of(mapping_of(document.get("components")).get("securitySchemes")).items():
        scheme, at = resolved(entry, reading), pointer.join(_AT, name)
        if not isinstance(scheme, Mapping) or not isinstance(scheme.get("type"), str):
            reading.note("security-scheme-unreadable", f"`{name}` is no security scheme: left out", at)
            continue
        if scheme["type"] == "http" and "in" in scheme:
            reading.note("security-scheme-in", "`in` has no meaning in an http scheme: left out", at)
        found[str(name)] = {
            key: value
            for key, value in scheme.items()
            if isinstance(value, str) and (key != "in" or scheme["type"] == "apiKey")
        }
    return found


def requirements(listed: Json) -> tuple[JsonObject, ...]:
    """Security requirements, each a mapping of scheme to scopes."""
    return tuple(
        {str(name): [scope for scope in list_of(scopes) if isinstance(scope, str)] for name, scopes in entry.items()}
        for entry in list_of(listed)
        if isinstance(entry, Mapping)
    )
