"""Compares the types and formats of two schemas."""

from __future__ import annotations

from typing import Final

from nemogen.diff.collector import Context
from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.diff.schema_rules import SCOPES_OF
from nemogen.diff.type_compatibility import (
    Relation,
    format_of,
    format_relation,
    implied_types,
    spelled,
    text_relation,
    type_relation,
)
from nemogen.openapi.schema import Schema

SPECIALIZED: Final = frozenset(SCOPES_OF["type-specialized"])
NULL: Final = frozenset({"null"})


def is_any_type(schema: Schema) -> bool:
    """Whether a schema says nothing of types, so that null is allowed too."""
    combines = schema.any_of or schema.one_of or schema.all_of
    return not (schema.types or schema.never or schema.enum is not None or combines)


def compare_types(walk: Walk, pair: Pair) -> bool:
    """Note another type or format; False where the two have nothing in common."""
    base, revision, context = pair.base, pair.revision, pair.context
    old, new = _types(pair)
    if any((schema.any_of or schema.one_of) and not types for schema, types in ((base, old), (revision, new))):
        return True  # the comparison of the variants reports it
    strict = _strict_relation(base, revision, old, new)
    have_common = base.never == revision.never and (strict is not Relation.OTHER or bool(old & new))
    kinds = _on_the_wire(context, old, new) if context.is_weak and not (base.never or revision.never) else strict
    if _is_shown_by_values(base, revision, strict):
        kinds = strict = Relation.SAME
    formats = format_relation(format_of(base), format_of(revision))
    relation = kinds.joined(formats)
    if relation is Relation.OTHER and _is_exploded_list(walk, pair, old, new):
        relation = strict = Relation.WIDER
    if relation is Relation.SAME:
        return have_common
    keyword = "type" if strict is not Relation.SAME else "format"
    walk.log.schema(
        _type_change(context, relation, strict, formats, is_list=_is_list(base, revision)),
        context,
        base.locate(keyword),
        revision.locate(keyword),
        old=spelled(base, old),
        new=spelled(revision, new),
    )
    return have_common


def _types(pair: Pair) -> tuple[frozenset[str], frozenset[str]]:
    """The types of both sides; null is one of them where a side allows nothing else, or where it alone went."""
    base, revision = pair.base, pair.revision
    old, new = implied_types(base), implied_types(revision)
    if NULL in (old, new):
        return _with_null(base, old), _with_null(revision, new)
    # An object by its properties alone may be null too, as any value may.
    if base.nullable and is_any_type(revision):
        new = frozenset()
    if revision.nullable and is_any_type(base):
        old = frozenset()
    return old, new


def _with_null(schema: Schema, types: frozenset[str]) -> frozenset[str]:
    return types | NULL if schema.nullable and types else types


def _strict_relation(base: Schema, revision: Schema, old: frozenset[str], new: frozenset[str]) -> Relation:
    if base.never or revision.never:
        both = base.never and revision.never
        return Relation.SAME if both else Relation.WIDER if base.never else Relation.NARROWER
    return type_relation(old, new)


def _is_shown_by_values(base: Schema, revision: Schema, relation: Relation) -> bool:
    """Whether the change of types follows from listed values, which have types of their own."""
    if relation is Relation.NARROWER:
        return revision.enum is not None
    return relation is Relation.WIDER and base.enum is not None


def _on_the_wire(context: Context, old: frozenset[str], new: frozenset[str]) -> Relation:
    harmless = Relation.WIDER if context.is_sent else Relation.NARROWER
    is_body = "body" in context.scope or context.scope in ("request-property", "response-property")
    return text_relation(old, new, harmless, is_body=is_body)


def _is_list(base: Schema, revision: Schema) -> bool:
    """Whether one side of a change, and one side only, is a union of mere types."""
    return _is_folded(base) != _is_folded(revision)


def _is_folded(schema: Schema) -> bool:
    return len(schema.types) > 1 and ("anyOf" in schema.keywords or "oneOf" in schema.keywords)


def _type_change(context: Context, relation: Relation, strict: Relation, formats: Relation, *, is_list: bool) -> str:
    """The name of a change of type. `strict` is the relation of the types if they are not sent as text."""
    harmless = Relation.WIDER if context.is_sent else Relation.NARROWER
    if relation is harmless and strict not in (relation, Relation.SAME):
        return "type-generalized" if context.scope == "request-parameter" else "type-compatible"
    if is_list and formats is Relation.SAME and relation is not Relation.OTHER:
        return "list-of-types-widened" if relation is Relation.WIDER else "list-of-types-narrowed"
    if relation is Relation.WIDER:
        return "type-generalized"
    if relation is Relation.NARROWER and context.scope in SPECIALIZED:
        return "type-specialized"
    return "type-changed"


def _is_exploded_list(walk: Walk, pair: Pair, old: frozenset[str], new: frozenset[str]) -> bool:
    """Whether a parameter became a list that every single value is also written as."""
    if not pair.context.is_exploded or new != {"array"} or "array" in old or not old:
        return False
    rules = pair.revision.arrays
    if (rules.min_items or 0) > 1 or rules.max_items == 0 or rules.contains is not None:
        return False
    item = rules.prefix_items[0] if rules.prefix_items else rules.items
    if item is None:
        return True
    refuses, _ = walk.relate(pair.base, item, is_weak=True)
    return not refuses
