"""Compares two schemas: their own constraints; what is below them goes back to the walk."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from nemogen.diff.bounds import compare_bounds, compare_dependencies, compare_texts
from nemogen.diff.common_values import lists_values_of_other, with_rules_in_common
from nemogen.diff.docs_changes import compare_prose
from nemogen.diff.implied_rules import without_implied_rules
from nemogen.diff.lifecycle import compare_schema_lifecycle
from nemogen.diff.properties import compare_properties
from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.diff.side import Side
from nemogen.diff.subschemas import compare_subschemas
from nemogen.diff.types import compare_types, is_any_type
from nemogen.diff.unions import compare_unions
from nemogen.diff.values import compare_values
from nemogen.openapi.json_value import JsonValue, canonical_json
from nemogen.openapi.schema import MISSING, NO_ARRAY_RULES, NO_OBJECT_RULES, Missing, Schema
from nemogen.openapi.schema_unions import said_by

BESIDE_UNION: Final = frozenset({"types", "any_of", "one_of", "discriminator"})
"""What a union says of itself."""
NULL_KEYWORDS: Final = ("nullable", "type", "anyOf", "oneOf", "enum", "const")


def compare_schema(walk: Walk, pair: Pair) -> None:
    """Note every difference of one pair of schemas, and hand what is below to the walk."""
    if _is_cut(walk, pair):
        return
    pair = _laid_together(walk, pair)
    if _are_same_leaf(pair.base, pair.revision):
        return
    pair = without_implied_rules(walk.base, walk.revision, pair)
    if not pair.is_variant:
        _compare_annotations(walk, pair)
    if compare_unions(walk, pair):
        return
    compare_prose(walk.log, pair.base, pair.revision, pair.context)
    has_common_types = compare_types(walk, pair)
    if pair.base.never == pair.revision.never:
        compare_values(walk, pair)
    if not has_common_types or lists_values_of_other(pair.base, pair.revision):
        return  # what hangs on a type went with it, and listed values need no other rules
    pair = with_rules_in_common(pair)
    compare_bounds(walk, pair)
    compare_texts(walk, pair)
    compare_dependencies(walk, pair)
    compare_properties(walk, pair)
    compare_subschemas(walk, pair)


def _is_cut(walk: Walk, pair: Pair) -> bool:
    """Whether an `allOf` has too many parts to know what they mean together: notes that it was not examined."""
    sides = (walk.base, pair.base), (walk.revision, pair.revision)
    if not any(schema.all_of and side.views.merged(schema).is_cut for side, schema in sides):
        return False
    if not walk.matcher.same(pair.base, pair.revision):
        value = "an `allOf` of too many parts, which was not examined"
        places = pair.base.locate("allOf"), pair.revision.locate("allOf")
        walk.log.add("document-part-malformed", pair.context, *places, value=value)
    return True


def _are_same_leaf(base: Schema, revision: Schema) -> bool:
    """Whether two schemas with nothing below them are equal, words included: most are."""
    return _is_leaf(base) and _is_leaf(revision) and base == revision


def _is_leaf(schema: Schema) -> bool:
    return (
        schema.objects is NO_OBJECT_RULES
        and schema.arrays is NO_ARRAY_RULES
        and not (schema.all_of or schema.any_of or schema.one_of)
        and schema.negated is None
        and schema.conditional is None
        and schema.strings.content_schema is None
        and schema.discriminator is None
    )


def _laid_together(walk: Walk, pair: Pair) -> Pair:
    """The pair without what is on one side only and says nothing more.

    An `allOf` becomes one schema, also where its parts contradict one another; a union of equal variants that have
    names becomes the variant.
    """
    if bool(pair.base.all_of) != bool(pair.revision.all_of):
        pair = replace(pair, base=_merged(walk.base, pair.base), revision=_merged(walk.revision, pair.revision))
    if bool(pair.base.any_of) != bool(pair.revision.any_of):
        base, revision = walk.base.without_names(pair.base), walk.revision.without_names(pair.revision)
        pair = replace(pair, base=base, revision=revision)
    if _says_rest(pair.base) != _says_rest(pair.revision) and not any(
        map(_has_unevaluated, (pair.base, pair.revision))
    ):
        base, revision = walk.base.distributed(pair.base), walk.revision.distributed(pair.revision)
        pair = replace(pair, base=base, revision=revision)
    return pair


def _has_unevaluated(schema: Schema) -> bool:
    """Whether the position of keywords matters, because `unevaluated…` depends on it."""
    return schema.objects.unevaluated_properties is not None or schema.arrays.unevaluated_items is not None


def _says_rest(schema: Schema) -> bool:
    """Whether keywords beside a union could be moved into each of its variants."""
    return bool(schema.any_of or schema.one_of) and bool(said_by(schema) - BESIDE_UNION)


def _merged(side: Side, schema: Schema) -> Schema:
    found = side.views.merged(schema).schema if schema.all_of else schema
    return schema if found.all_of else found


def _compare_annotations(walk: Walk, pair: Pair) -> None:
    if not pair.is_null_reported:
        _compare_null(walk, pair)
    old, new = pair.base.annotations, pair.revision.annotations
    if old is new:
        return
    if not pair.context.is_always_given:
        _compare_default(walk, pair, old.default, new.default)
    if old.xml != new.xml and pair.context.is_weak:  # in JSON it has no meaning
        places = pair.base.locate("xml"), pair.revision.locate("xml")
        walk.log.schema("xml-changed", pair.context, *places, old=old.xml, new=new.xml)
    compare_schema_lifecycle(walk, pair)


def _compare_null(walk: Walk, pair: Pair) -> None:
    """Note null that is newly allowed, or no longer. If a side allows any type or only null, the types report it."""
    base, revision = pair.base, pair.revision
    sides = (walk.base, base), (walk.revision, revision)
    if any(is_any_type(schema) or schema.never or schema.types == {"null"} for _, schema in sides):
        return
    was, is_ = (side.views.admits_null(schema) for side, schema in sides)
    if was != is_:
        places = base.locate(*NULL_KEYWORDS), revision.locate(*NULL_KEYWORDS)
        walk.log.schema("became-nullable" if is_ else "became-not-nullable", pair.context, *places)


def _compare_default(walk: Walk, pair: Pair, old: JsonValue | Missing, new: JsonValue | Missing) -> None:
    if _key(old) == _key(new):
        return
    ending = "added" if old is MISSING else "removed" if new is MISSING else "changed"
    places = pair.base.locate("default"), pair.revision.locate("default")
    walk.log.schema(f"default-value-{ending}", pair.context, *places, old=_shown(old), new=_shown(new))


def _key(value: JsonValue | Missing) -> str:
    return "" if isinstance(value, Missing) else canonical_json(value)


def _shown(value: JsonValue | Missing) -> JsonValue:
    return "" if isinstance(value, Missing) else value
