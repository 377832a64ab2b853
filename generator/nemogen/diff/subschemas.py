"""Compares which schemas stand below a schema, and hands the pairs to the walk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from nemogen.diff.bounds import note
from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.diff.side import Side
from nemogen.openapi.schema import Conditional, Schema, SchemaNode

NAMES: Final[Mapping[str, str]] = {
    "contains": "contains",
    "contentSchema": "content-schema",
    "else": "else",
    "if": "if",
    "items": "items",
    "propertyNames": "property-names",
    "then": "then",
    "unevaluatedItems": "unevaluated-items",
    "unevaluatedProperties": "unevaluated-properties",
}
"""Keywords that hold one schema, with their name in rule ids."""

OPEN_SAYS_NOTHING: Final = frozenset(
    {"items", "additionalProperties", "unevaluatedItems", "unevaluatedProperties", "propertyNames", "contentSchema"}
)
"""Where a schema of any value says as much as no keyword."""

STEPS: Final = {"items": "[]", "additionalProperties": "{}"}
"""How people are shown the way to a schema below."""


def compare_subschemas(walk: Walk, pair: Pair) -> None:
    """Compare everything below but properties and the variants of unions."""
    base, revision = _single(walk.base, pair.base), _single(walk.revision, pair.revision)
    for keyword in sorted(base.keys() | revision.keys()):
        _compare_single(walk, pair, keyword, base.get(keyword), revision.get(keyword))
    _compare_additional(walk, pair)
    _compare_not(walk, pair)
    was, is_ = pair.base.objects, pair.revision.objects
    _compare_named(walk, pair, "patternProperties", was.pattern_properties, is_.pattern_properties)
    _compare_named(walk, pair, "dependentSchemas", was.dependent_schemas, is_.dependent_schemas)
    _compare_tuple(walk, pair)


def _single(side: Side, schema: Schema) -> dict[str, SchemaNode]:
    arrays, objects, conditional = schema.arrays, schema.objects, schema.conditional
    found = {
        "contains": arrays.contains,
        "contentSchema": schema.strings.content_schema,
        "items": arrays.items,
        "propertyNames": objects.property_names,
        "unevaluatedItems": arrays.unevaluated_items,
        "unevaluatedProperties": objects.unevaluated_properties,
    }
    if conditional is not None and _has_consequences(side, conditional):
        found |= {"if": conditional.condition, "then": conditional.then, "else": conditional.otherwise}
    return {keyword: node for keyword, node in found.items() if node is not None and _says(side, keyword, node)}


def _has_consequences(side: Side, conditional: Conditional) -> bool:
    ways = (way for way in (conditional.then, conditional.otherwise) if way is not None)
    return any(not side.knows(way) or not side.says_nothing(way) for way in ways)


def _says(side: Side, keyword: str, node: SchemaNode) -> bool:
    return keyword not in OPEN_SAYS_NOTHING or not side.knows(node) or not side.says_nothing(node)


def _compare_single(walk: Walk, pair: Pair, keyword: str, old: SchemaNode | None, new: SchemaNode | None) -> None:
    was, is_ = _strength(walk.base, old), _strength(walk.revision, new)
    if old is not None and new is not None and was == is_:
        walk.later(old, new, pair.context.below(STEPS.get(keyword, f"({keyword})")))
    elif was != is_:
        note(walk, pair, f"{NAMES[keyword]}-{'added' if is_ > was else 'removed'}", keyword)


def _strength(side: Side, node: SchemaNode | None) -> int:
    """0 where nothing is said, 1 for a schema, 2 for false, which nothing matches."""
    return 0 if node is None else 2 if side.plain(node).never else 1


def _compare_additional(walk: Walk, pair: Pair) -> None:
    keyword = "additionalProperties"
    old, new = (_additional(*each) for each in ((walk.base, pair.base), (walk.revision, pair.revision)))
    was, is_ = _strength(walk.base, old), _strength(walk.revision, new)
    if old is not None and new is not None and was == is_ == 1:
        walk.later(old, new, pair.context.below("{}"))
    elif (was == 2) != (is_ == 2):
        note(walk, pair, f"additional-properties-{'closed' if is_ == 2 else 'opened'}", keyword)
    elif was != is_:
        note(walk, pair, f"additional-properties-{'typed' if is_ else 'untyped'}", keyword)


def _additional(side: Side, schema: Schema) -> SchemaNode | None:
    node = schema.objects.additional_properties
    return node if node is not None and _says(side, "additionalProperties", node) else None


def _compare_not(walk: Walk, pair: Pair) -> None:
    """Note what became of a negation: where it excludes more, its schema allows more."""
    old, new = pair.base.negated, pair.revision.negated
    if old is not None and new is not None:
        if walk.matcher.same(old, new):
            return
        accepts_less, accepts_more = walk.relate(old, new)
        change = "not-changed" if accepts_less == accepts_more else "not-loosened" if accepts_less else "not-tightened"
        note(walk, pair, change, "not")
    elif old is not None or new is not None:
        note(walk, pair, "not-added" if new is not None else "not-removed", "not")


def _compare_named(
    walk: Walk, pair: Pair, keyword: str, base: Mapping[str, SchemaNode], revision: Mapping[str, SchemaNode]
) -> None:
    name = {"patternProperties": "pattern-property", "dependentSchemas": "dependent-schema"}[keyword]
    for key in (*base, *(key for key in revision if key not in base)):
        old, new = base.get(key), revision.get(key)
        if old is not None and new is not None:
            walk.later(old, new, pair.context.below(f"({keyword} {key})"))
        else:
            places = (
                pair.base.locate(keyword, "dependencies") if old is None else old.location,
                pair.revision.locate(keyword, "dependencies") if new is None else new.location,
            )
            walk.log.schema(f"{name}-{'removed' if new is None else 'added'}", pair.context, *places, value=key)


def _compare_tuple(walk: Walk, pair: Pair) -> None:
    old, new = pair.base.arrays.prefix_items, pair.revision.arrays.prefix_items
    for index, (left, right) in enumerate(zip(old, new, strict=False)):
        walk.later(left, right, pair.context.below(f"[{index}]"))
    if len(old) != len(new):
        change = "prefix-items-added" if len(new) > len(old) else "prefix-items-removed"
        note(walk, pair, change, "prefixItems", len(old), len(new))
