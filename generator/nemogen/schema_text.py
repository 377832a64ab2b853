"""A canonical schema as one line of text, with the components that it leads to: how names.toml keeps one."""

from __future__ import annotations

import json
import keyword
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from nemogen.canonical import CanonicalSchema, references, within
from nemogen.canonical_json import read_canonical, write_canonical
from nemogen.characters import is_identifier
from nemogen.light_dataclasses import dataclass

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
        definitions = written.pop(_DEFINITIONS, {}) if isinstance(written, dict) else {}
        components = {name: read_canonical(each) for name, each in definitions.items()}
        tree = SchemaTree(read_canonical(written), components)
    except (AttributeError, RecursionError) as error:
        raise ValueError(text) from error
    if not _leads_to(tree) <= components.keys() or not all(map(_is_class_name, components)):
        raise ValueError(text)
    return tree


def _leads_to(tree: SchemaTree) -> set[str]:
    """The components that the schemas of `tree` name, in references and in discriminators."""
    schemas = (tree.schema, *tree.definitions.values())
    tags = (each.discriminator for each in within(schemas) if each.discriminator is not None)
    return references(schemas).union(*(each.mapping.values() for each in tags))


def _is_class_name(name: str) -> bool:
    return is_identifier(name) and not keyword.iskeyword(name)
