"""Leaves out of two schemas what their other rules say already, where one says it and the other does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from nemogen.diff.schema_pairs import Pair
from nemogen.diff.side import Side
from nemogen.openapi.normal_form import normal_form
from nemogen.openapi.schema import (
    NO_ARRAY_RULES,
    NO_NUMBER_BOUNDS,
    NO_OBJECT_RULES,
    ArrayRules,
    Number,
    ObjectRules,
    Schema,
    SchemaNode,
)
from nemogen.openapi.schema_unions import said_by

ANY_NAME: Final = frozenset({"types"})
"""What the schema of property names may say if every name is valid for it: that they are texts."""


def without_implied_rules(base_side: Side, revision_side: Side, pair: Pair) -> Pair:
    """The pair without rules that follow from others of the same schema. Rules that are equal stay as they are."""
    base, revision = pair.base, pair.revision
    if base.numbers != revision.numbers or base.types != revision.types:
        base, revision = _plain_numbers(base), _plain_numbers(revision)
    if base.arrays is not revision.arrays and base.arrays != revision.arrays:
        base = replace(base, arrays=_plain_arrays(base_side, base.arrays))
        revision = replace(revision, arrays=_plain_arrays(revision_side, revision.arrays))
    if _says_more(base.objects) or _says_more(revision.objects):
        old, new = base.objects, revision.objects
        base = replace(base, objects=_plain_objects(base_side, old, new))
        revision = replace(revision, objects=_plain_objects(revision_side, new, old))
    if base is pair.base and revision is pair.revision:
        return pair
    return replace(pair, base=base, revision=revision)


def _plain_numbers(schema: Schema) -> Schema:
    """A number that is a multiple of a whole one is an integer, and an integer is a multiple of 1, 0.5, 0.25, …"""
    unit = schema.numbers.multiple_of
    if schema.numbers is NO_NUMBER_BOUNDS or not unit:
        return schema
    if "number" in schema.types and unit % 1 == 0:
        types = schema.types - {"number"} | {"integer"}
        return normal_form(replace(schema, types=types))
    if "integer" in schema.types and _divides_one(unit):
        return replace(schema, numbers=replace(schema.numbers, multiple_of=None))
    return schema


def _divides_one(unit: Number) -> bool:
    return 0 < unit <= 1 and (1 / unit) % 1 == 0


def _plain_arrays(side: Side, rules: ArrayRules) -> ArrayRules:
    if rules is NO_ARRAY_RULES:
        return rules
    if rules.items is not None and side.knows(rules.items) and side.plain(rules.items).never:
        count = len(rules.prefix_items)
        most = count if rules.max_items is None else min(count, rules.max_items)
        rules = replace(rules, items=None, max_items=most)
    if rules.unique_items and rules.max_items is not None and rules.max_items < 2:
        rules = replace(rules, unique_items=False)
    if rules.min_contains == 0 and rules.max_contains is None:
        rules = replace(rules, contains=None, min_contains=None)
    return rules


def _says_more(rules: ObjectRules) -> bool:
    """Whether there is a rule that others may imply; most objects have none."""
    if rules is NO_OBJECT_RULES:
        return False
    named = rules.pattern_properties or rules.dependent_required or rules.dependent_schemas
    return bool(named) or rules.min_properties is not None or rules.property_names is not None


def _plain_objects(side: Side, rules: ObjectRules, others: ObjectRules) -> ObjectRules:
    if rules.min_properties is not None and rules.min_properties <= len(set(rules.required)):
        rules = replace(rules, min_properties=None)
    if rules.property_names is not None and _is_any_name(side, rules.property_names):
        rules = replace(rules, property_names=None)
    if rules.dependent_required or rules.dependent_schemas:
        rules = _plain_dependencies(side, rules, others)
    return rules


def _is_any_name(side: Side, node: SchemaNode) -> bool:
    schema = side.plain(node) if side.knows(node) else None
    return schema is not None and said_by(schema) <= ANY_NAME and (not schema.types or "string" in schema.types)


def _plain_dependencies(side: Side, rules: ObjectRules, others: ObjectRules) -> ObjectRules:
    """Without what is required anyway; a schema that only requires properties as such, where the other side does so."""
    needed: dict[str, tuple[str, ...]] = dict(rules.dependent_required)
    schemas = dict(rules.dependent_schemas)
    for name, node in rules.dependent_schemas.items():
        required = _requires_only(side, node) if name in others.dependent_required else None
        if required is not None:
            needed[name] = (*needed.get(name, ()), *required)
            del schemas[name]
    return replace(rules, dependent_required=_not_required_anyway(needed, rules), dependent_schemas=schemas)


def _not_required_anyway(needed: Mapping[str, tuple[str, ...]], rules: ObjectRules) -> dict[str, tuple[str, ...]]:
    left = {
        name: tuple(dict.fromkeys(other for other in others if other != name and not rules.requires(other)))
        for name, others in needed.items()
    }
    return {name: others for name, others in left.items() if others}


def _requires_only(side: Side, node: SchemaNode) -> tuple[str, ...] | None:
    """The properties that a schema requires, if that is all it says."""
    schema = side.plain(node) if side.knows(node) else None
    if schema is None or not said_by(schema) <= {"objects", "types"} or schema.types not in (frozenset(), {"object"}):
        return None
    rest = replace(schema.objects, required=(), is_open=False)
    return schema.objects.required if rest == NO_OBJECT_RULES and not schema.nullable else None
