"""A canonical schema as one line of text, with the components that it leads to: how names.toml keeps one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from nemogen.canonical import CanonicalSchema, references
from nemogen.canonical_json import read_canonical, write_canonical

_DEFINITIONS: Final = "$defs"


@dataclass(frozen=True, slots=True)
class SchemaTree:
    """A schema, and by name the components that it leads to."""

    schema: CanonicalSchema
    definitions: Mapping[str, CanonicalSchema]


def dump_schema(schema: CanonicalSchema, components: Mapping[str, CanonicalSchema]) -> str:
    """`schema` and all of `components` that it leads to, as JSON, without prose."""
    names: set[str] = set()
    ahead = references((schema,))
    while ahead:
        name = ahead.pop()
        names.add(name)
        ahead |= references((components[name],)) - names
    definitions = {name: write_canonical(_without_prose(components[name])) for name in sorted(names)}
    return json.dumps(write_canonical(_without_prose(schema)) | ({_DEFINITIONS: definitions} if definitions else {}))


def _without_prose(schema: CanonicalSchema) -> CanonicalSchema:
    return replace(schema.with_parts(_without_prose), description="", default=None, deprecated=False)


def parse_schema(text: str) -> SchemaTree:
    """What `dump_schema` wrote. Raises ValueError for any other text."""
    try:
        written = json.loads(text)
        definitions = {name: read_canonical(each) for name, each in written.pop(_DEFINITIONS, {}).items()}
        tree = SchemaTree(read_canonical(written), definitions)
        leads_to = references((tree.schema, *definitions.values()))
        is_valid = leads_to <= definitions.keys() and all(map(str.isidentifier, definitions))
    except (AttributeError, KeyError, RecursionError, TypeError) as error:
        raise ValueError(text) from error
    if not is_valid:
        raise ValueError(text)
    return tree
