"""Properties that one side alone sends: `readOnly` and `writeOnly` (OpenAPI 3.0.4 and 3.1.1, Schema Object)."""

from __future__ import annotations

from typing import Final

from nemogen.document import Json, JsonObject
from nemogen.naming import references
from nemogen.naming.reading import READ_ONLY, WRITE_ONLY, Reading, Spot, list_of, mapping_of

KEYWORDS: Final = {"readOnly": READ_ONLY, "writeOnly": WRITE_ONLY}
"""The mark that each keyword becomes."""


def marks(schema: JsonObject, spot: Spot, reading: Reading) -> dict[str, list[str]]:
    """By mark, the properties of an object schema (not canonical yet) that it holds for.

    The property that tells an object's kind is sent both ways, whatever is said of it: without it nothing can be read.
    """
    kind = mapping_of(schema.get("discriminator")).get("propertyName")
    found: dict[str, list[str]] = {}
    for name, value in mapping_of(schema.get("properties")).items():
        said = set() if name == kind else _said(value, spot, reading)
        for keyword in sorted(said):
            found.setdefault(KEYWORDS[keyword], []).append(str(name))
        if len(said) == len(KEYWORDS):
            message = f"`{name}` is read-only and write-only at once: either side may send it, neither has to"
            reading.note("read-only-and-write-only", message, spot.below("properties", name).at)
    return found


def _said(value: Json, spot: Spot, reading: Reading) -> set[str]:
    """The keywords that hold for a property: beside a `$ref`, in a member of `allOf`, or where the `$ref` leads."""
    found: set[str] = set()
    seen: set[str] = set()
    ahead = [value]
    while ahead:
        schema = mapping_of(ahead.pop())
        found |= {keyword for keyword in KEYWORDS if schema.get(keyword) is True}
        ahead.extend(list_of(schema.get("allOf")))
        target = references.resolve(reading.document, schema["$ref"], spot.root) if "$ref" in schema else None
        if target and target.at not in seen:
            seen.add(target.at)
            ahead.append(target.schema)
    return found
