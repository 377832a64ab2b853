"""The parameters of an operation as OpenAPI 3.1 has them: declared twice, not at all, or without a place in reality."""

from __future__ import annotations

import re
from typing import Any, Final

from nemogen import pointer
from nemogen.document import Json, JsonObject
from nemogen.naming.reading import Reading, Spot, list_of, mapping_of, resolved
from nemogen.naming.schemas import canonical

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_STYLES: Final = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
"""By place, the styles of OpenAPI 3.1.1 (Style Values)."""

_NOT_PARAMETERS: Final = frozenset({"accept", "authorization", "content-type"})
"""Headers that media types and security schemes describe (OpenAPI 3.1.1, Parameter Object, `name`)."""


def read(path: str, item: JsonObject, source: JsonObject, at: str, reading: Reading) -> list[dict[str, Any]]:
    """Path level and operation level together (the latter wins), then those of the path that nobody declared.

    `item` is the Path Item, `source` the Operation Object, `at` its pointer.
    """
    found: dict[tuple[str, str], dict[str, Any]] = {}
    placeholders = _PLACEHOLDER.findall(path)
    for base, owner in ((at.rsplit("/", 1)[0], item), (at, source)):
        for index, entry in enumerate(list_of(owner.get("parameters"))):
            spot = pointer.join(base, "parameters", index)
            parameter = _parameter(resolved(entry, reading), spot, reading)
            if parameter and parameter["in"] == "path" and parameter["name"] not in placeholders:
                reading.note("path-parameter-unused", f"the path has no `{{{parameter['name']}}}`: left out", spot)
            elif parameter:
                found[parameter["in"], parameter["name"]] = parameter
    for name in placeholders:
        if ("path", name) not in found:
            reading.note(
                "path-parameter-undeclared", f"`{{{name}}}` of the path is not declared: taken as a string", at
            )
            found["path", name] = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    return list(found.values())


def _parameter(entry: Json, at: str, reading: Reading) -> dict[str, Any] | None:
    named = mapping_of(entry)
    name, place = named.get("name"), named.get("in")
    if not isinstance(name, str):
        reading.note("parameter-unreadable", "no parameter stands here: left out", at)
        return None
    if not isinstance(place, str) or place not in _STYLES:
        reading.note("parameter-unreadable", f"`{name}` does not say where it goes: left out", at)
        return None
    if place == "header" and name.lower() in _NOT_PARAMETERS:
        reading.note("parameter-ignored", f"OpenAPI says of the header `{name}` elsewhere: left out", at)
        return None
    schema, where = _schema(named, at)
    read_schema = canonical({} if schema is None else schema, Spot(where, where), reading)
    required = place == "path" or named.get("required") is True
    return {"name": name, "in": place, "required": required, **_kept(named, place, at, reading), "schema": read_schema}


def _schema(entry: JsonObject, at: str) -> tuple[Json, str]:
    """The schema of a parameter and its pointer: under `schema`, or that of its only media type."""
    content = mapping_of(entry.get("content"))
    if entry.get("schema") is None and content:
        media, inner = next(iter(content.items()))
        return mapping_of(inner).get("schema"), pointer.join(at, "content", media, "schema")
    return entry.get("schema"), pointer.join(at, "schema")


def _kept(entry: JsonObject, place: str, at: str, reading: Reading) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if isinstance(entry.get("description"), str) and entry["description"].strip():
        found["description"] = entry["description"].strip()
    if entry.get("deprecated") is True:
        found["deprecated"] = True
    if isinstance(entry.get("explode"), bool):
        found["explode"] = entry["explode"]
    if entry.get("style") in _STYLES[place]:
        found["style"] = entry["style"]
    elif "style" in entry:
        reading.note("style-unreadable", f"`style: {entry['style']!r}` cannot be sent: the usual one is taken", at)
    return found
