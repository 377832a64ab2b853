"""Which keywords count in a file: a schema may name a metaschema of its own (JSON Schema 2020-12 core, section 8.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nemogen.openapi.json_value import JsonObject
from nemogen.openapi.reading import RawNode, Reading
from nemogen.openapi.schema import Target
from nemogen.openapi.type_keywords import TYPE_KEYWORDS

_VALIDATION: Final = "https://json-schema.org/draft/2020-12/vocab/validation"
_KNOWN: Final = ("https://json-schema.org/", "http://json-schema.org/", "https://spec.openapis.org/")
"""Publishers of dialects that have the keywords of validation."""

_VALIDATION_KEYWORDS: Final = frozenset(
    {"type", "enum", "const", *(name for name, each in TYPE_KEYWORDS.items() if each.validates)}
)


def lacks_validation(file: str, reading: Reading) -> bool:
    """Whether the dialect of a file is one without the keywords that validate: they are annotations there."""
    root = RawNode(reading.raw(Target(file, "")).value, file, "")
    for keyword in ("$schema", "jsonSchemaDialect"):
        node = root.child(keyword)
        if isinstance(node.value, str) and not node.value.startswith(_KNOWN):
            target = reading.follow(node.value, node)
            metaschema = None if target is None else reading.raw(target).value
            vocabulary = metaschema.get("$vocabulary") if isinstance(metaschema, Mapping) else None
            return isinstance(vocabulary, Mapping) and _VALIDATION not in vocabulary
    return False


def without_validation(raw: JsonObject) -> JsonObject:
    """A raw schema without the keywords that validate."""
    return {keyword: value for keyword, value in raw.items() if keyword not in _VALIDATION_KEYWORDS}
