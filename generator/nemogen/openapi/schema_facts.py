"""A schema's own keywords as one text, and the schemas below it: together they define its meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from nemogen.openapi.array_keywords import contains_of, facts_of_arrays, without_contains
from nemogen.openapi.json_value import JsonValue, canonical_json
from nemogen.openapi.normal_form import normal_form
from nemogen.openapi.number_keywords import write_numbers
from nemogen.openapi.object_keywords import facts_of_objects
from nemogen.openapi.schema import (
    MISSING,
    NO_ANNOTATIONS,
    Annotations,
    NumberBounds,
    Schema,
    SchemaNode,
    SchemaRef,
    StringRules,
)
from nemogen.openapi.schema_unions import allows_anything, booleans_as_values, folded, said_by, without_open_words
from nemogen.openapi.schema_views import SchemaViews
from nemogen.openapi.string_keywords import facts_of_strings

_OPEN_SAYS_NOTHING: Final = frozenset(
    {"items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties", "propertyNames", "contentSchema"}
    | {"dependentSchemas"}
)
"""Keywords that say nothing if their schema allows any value."""

_FOLDED: Final = (frozenset({"types"}), frozenset({"types", "enum"}))


def facts_of(schema: Schema) -> str:
    """The schema's own constraints and annotations in one spelling; "" where it has none.

    Prose, examples, names and extensions are left out, and whether null is allowed: that depends on what is below.
    """
    facts: dict[str, JsonValue] = {
        "type": sorted(schema.types),
        "never": schema.never,
        "enum": sorted(value.key for value in schema.enum or ()),
        **facts_of_strings(schema.strings),
        **write_numbers(schema.numbers),
        **facts_of_arrays(schema.arrays),
        **facts_of_objects(schema.objects),
        "dynamicRef": schema.identity.dynamic_ref,
        "discriminator": schema.discriminator.property_name if schema.discriminator else None,
        **_annotations(schema.annotations),
    }
    said = {name: value for name, value in facts.items() if value is not None and value is not False}
    said = {name: value for name, value in said.items() if value not in ("", [], {})}
    return canonical_json(said) if said else ""


def _annotations(said: Annotations) -> dict[str, JsonValue]:
    if said is NO_ANNOTATIONS:
        return {}
    return {
        "default": None if said.default is MISSING else [said.default],
        "xml": said.xml,
        "deprecated": said.deprecated,
        "readOnly": said.read_only,
        "writeOnly": said.write_only,
    }


def subschemas_of(schema: Schema, views: SchemaViews) -> Iterator[tuple[str, SchemaNode]]:
    """The schemas below, each with a label. Members of one union share theirs: their order says nothing."""
    for label, child in schema.children():
        keyword = label.partition("/")[0]
        if keyword in ("anyOf", "oneOf", "allOf"):
            continue
        if keyword not in _OPEN_SAYS_NOTHING or not allows_anything(views.plain(child)):
            yield label, child
    yield from (("allOf", member) for member in schema.all_of)
    yield from (("anyOf", member) for member in _variants(schema, views))
    yield from (("oneOf", views.without_null(member)) for member in schema.one_of)  # null is what the union allows
    yield from _tags(schema)
    if schema.identity.dynamic_target is not None:
        yield "$dynamicRef", schema.identity.dynamic_target


def _variants(schema: Schema, views: SchemaViews) -> Iterator[SchemaNode]:
    """The variants of an `anyOf` without null; those that are mere types, and those that are mere values, as one."""
    if not schema.any_of:
        return
    members = [without_open_words(views.without_null(member)) for member in schema.any_of]
    members = booleans_as_values(members)
    for said in _FOLDED:
        alike = [member for member in members if said_by(member) == said]
        whole = folded("anyOf", alike, schema.location) if len(alike) > 1 else None
        if whole is not None:
            members = [member for member in members if all(member is not each for each in alike)]
            yield normal_form(whole)
    yield from members


def _tags(schema: Schema) -> Iterator[tuple[str, SchemaNode]]:
    """The tags that a discriminator has: those that it spells out, and the names of the other variants."""
    if schema.discriminator is None:
        return
    mapping = schema.discriminator.mapping
    spelled_out = {reference.target for reference in mapping.values()}
    yield from ((f"mapping/{tag}", reference) for tag, reference in mapping.items())
    for reference in _references((*schema.one_of, *schema.any_of)):
        name = reference.target.component if reference.target else None
        if name is not None and reference.target not in spelled_out:
            yield f"mapping/{name}", reference
    if schema.discriminator.default is not None:
        yield "mapping", schema.discriminator.default


def _references(nodes: Iterable[SchemaNode]) -> Iterator[SchemaRef]:
    return (node for node in nodes if isinstance(node, SchemaRef))


def spread(schema: Schema) -> Schema:
    """The schema with all that it says more than once in its `allOf`: which of two came first says nothing."""
    if not schema.all_of:
        return schema
    kinds = {kind for member in schema.all_of if isinstance(member, Schema) for kind in _kinds(member)}
    alone = [one for kind, one in _single(schema).items() if kind in kinds]
    numbers, strings, arrays = schema.numbers, schema.strings, schema.arrays
    rest = replace(
        schema,
        any_of=() if "any_of" in kinds else schema.any_of,
        one_of=() if "one_of" in kinds else schema.one_of,
        negated=None if "negated" in kinds else schema.negated,
        conditional=None if "conditional" in kinds else schema.conditional,
        numbers=replace(numbers, multiple_of=None) if "multiple_of" in kinds else numbers,
        strings=replace(strings, pattern=None) if "pattern" in kinds else strings,
        arrays=without_contains(arrays) if "contains" in kinds else arrays,
    )
    return replace(rest, all_of=(*schema.all_of, *alone))


def _single(schema: Schema) -> dict[str, Schema]:
    """By kind, a schema that says one of the things that a schema says once, each by itself."""
    at = schema.location
    found = {
        "any_of": Schema(at, any_of=schema.any_of),
        "one_of": Schema(at, one_of=schema.one_of),
        "negated": Schema(at, negated=schema.negated),
        "conditional": Schema(at, conditional=schema.conditional),
        "multiple_of": Schema(at, numbers=NumberBounds(multiple_of=schema.numbers.multiple_of)),
        "pattern": Schema(at, strings=StringRules(pattern=schema.strings.pattern)),
        "contains": Schema(at, arrays=contains_of(schema.arrays)),
    }
    return {kind: one for kind, one in found.items() if said_by(one)}


def _kinds(member: Schema) -> Iterable[str]:
    return [kind for kind, one in _single(member).items() if one == member]
