"""Compares which subschemas a schema has, and hands the pairs to the walk."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from typing import Final

from nemogen.diff.bounds import note
from nemogen.diff.common_values import are_disjoint
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

UNEVALUATED: Final = {"items": "unevaluatedItems", "additionalProperties": "unevaluatedProperties"}
"""Keywords that say the same where nothing is combined, with the name of the other."""

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
        written = _written(pair, keyword, is_added=is_ > was)
        change = f"{NAMES[written]}-{'added' if is_ > was else 'removed'}"
        note(walk, pair, change, written, identity=walk.identity(old, new))


def _written(pair: Pair, keyword: str, *, is_added: bool) -> str:
    """The keyword that a constraint was written with: `unevaluated…` may mean the same as `items` and the like."""
    side = pair.revision if is_added else pair.base
    other = UNEVALUATED.get(keyword, keyword)
    return other if other in side.keywords and keyword not in side.keywords else keyword


def _strength(side: Side, node: SchemaNode | None) -> int:
    """0 for no schema, 1 for a schema, 2 for false, which nothing matches."""
    return 0 if node is None else 2 if side.plain(node).never else 1


def _compare_additional(walk: Walk, pair: Pair) -> None:
    keyword = "additionalProperties"
    old, new = (_additional(*each) for each in ((walk.base, pair.base), (walk.revision, pair.revision)))
    was, is_ = _strength(walk.base, old), _strength(walk.revision, new)
    if old is not None and new is not None and was == is_ == 1:
        walk.later(old, new, pair.context.below("{}"))
    elif was != is_:
        written, identity = _written(pair, keyword, is_added=is_ > was), walk.identity(old, new)
        if written != keyword and (pair.context.is_sent or (was, is_) in ((0, 1), (1, 0), (0, 2))):
            note(walk, pair, f"{NAMES[written]}-{'added' if is_ > was else 'removed'}", written, identity=identity)
        elif 2 in (was, is_):
            change = f"additional-properties-{'closed' if is_ == 2 else 'opened'}"
            note(walk, pair, change, keyword, identity=identity)
        else:
            note(walk, pair, f"additional-properties-{'typed' if is_ else 'untyped'}", keyword, identity=identity)


def _additional(side: Side, schema: Schema) -> SchemaNode | None:
    node = schema.objects.additional_properties
    return node if node is not None and _says(side, "additionalProperties", node) else None


def _compare_not(walk: Walk, pair: Pair) -> None:
    """Note changes of a negation: where it excludes more, its schema allows more."""
    old, new = pair.base.negated, pair.revision.negated
    if old is not None and new is not None:
        if walk.matcher.same(old, new):
            return
        accepts_less, accepts_more = walk.relate(old, new)
        change = "not-changed" if accepts_less == accepts_more else "not-loosened" if accepts_less else "not-tightened"
        note(walk, pair, change, "not", identity=walk.identity(old, new))
    elif new is not None and not are_disjoint(pair.base, walk.revision.plain(new)):
        note(walk, pair, "not-added", "not", identity=walk.identity(old, new))
    elif old is not None and not are_disjoint(pair.revision, walk.base.plain(old)):
        note(walk, pair, "not-removed", "not", identity=walk.identity(old, new))


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
            change = f"{name}-{'removed' if new is None else 'added'}"
            walk.log.schema(change, pair.context, *places, value=key, identity=walk.identity(old, new))


def _compare_tuple(walk: Walk, pair: Pair) -> None:
    base, revision = pair.base.arrays, pair.revision.arrays
    old, new = base.prefix_items, revision.prefix_items
    lacking, side = (base, walk.base) if len(old) < len(new) else (revision, walk.revision)
    rest = lacking.items if lacking.items is not None and not side.plain(lacking.items).never else None
    for index, (left, right) in enumerate(zip_longest(old, new, fillvalue=rest)):
        if left is not None and right is not None:
            walk.later(left, right, pair.context.below(f"[{index}]"))
    alone = (old if len(old) > len(new) else new)[min(len(old), len(new)) :]
    same = walk.matcher.same
    if any(rest is None or not (same(rest, each) if len(old) < len(new) else same(each, rest)) for each in alone):
        change = "prefix-items-added" if len(new) > len(old) else "prefix-items-removed"
        note(walk, pair, change, "prefixItems", len(old), len(new))
