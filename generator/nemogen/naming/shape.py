"""The shape of a canonical schema: what is left when prose, names, defaults and order are taken off."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from nemogen.canonical import CanonicalSchema, Discriminator
from nemogen.canonical_json import JsonSchema, write_canonical
from nemogen.openapi.json_value import JsonValue


def digest(schema: CanonicalSchema) -> str:
    """Sixteen hex digits, equal for schemas of one shape. names.toml keeps them: they must not change."""
    return hashlib.sha256(json.dumps(_shape(schema), sort_keys=True).encode()).hexdigest()[:16]


def _shape(schema: CanonicalSchema) -> JsonSchema:
    found = write_canonical(schema, _shape)
    for key in ("description", "deprecated", "default"):
        found.pop(key, None)
    if schema.required:
        found["required"] = sorted(schema.required)
    if schema.discriminator is not None:
        found["discriminator"] = _tags(schema.discriminator, schema.any_of)
    for key, names in (("readOnly", schema.facts.read_only), ("writeOnly", schema.facts.write_only)):
        if names:
            found[key] = list(names)
    return found


def _tags(discriminator: Discriminator, variants: Sequence[CanonicalSchema]) -> JsonSchema:
    """The tags of each variant, and those of what is none."""
    pairs = discriminator.mapping.items()
    values: list[JsonValue] = [[tag for tag, key in pairs if key == each.reference] for each in variants]
    targets = {each.reference for each in variants}
    others = {tag: key for tag, key in pairs if key not in targets}
    return {"propertyName": discriminator.property_name, "values": values} | ({"others": others} if others else {})
