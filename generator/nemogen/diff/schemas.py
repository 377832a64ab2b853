"""Compares two schemas: their own constraints; what is below them goes back to the walk."""

from __future__ import annotations

from dataclasses import replace

from nemogen.contract_form.merging import merged
from nemogen.contract_form.schema import Node
from nemogen.diff.bounds import compare_bounds, compare_dependencies, compare_texts
from nemogen.diff.collector import Context
from nemogen.diff.docs_changes import compare_prose
from nemogen.diff.lifecycle import compare_schema_lifecycle
from nemogen.diff.properties import compare_properties
from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.diff.schema_rules import SCOPES_OF
from nemogen.diff.subschemas import compare_kids
from nemogen.diff.type_compatibility import (
    Relation,
    format_relation,
    implied_types,
    spelled,
    takes_as_text,
    text_relation,
    type_relation,
)
from nemogen.diff.unions import compare_unions
from nemogen.diff.values import compare_values

SPECIALIZED = frozenset(SCOPES_OF["type-specialized"])


def compare_schema(walk: Walk, pair: Pair) -> None:
    """Note every difference of one pair of schemas, and hand its kids to the walk."""
    pair = _laid_together(walk, pair)
    base, revision = pair.base, pair.revision
    if _are_same_leaf(base, revision):
        return
    if base.unresolved is not None or revision.unresolved is not None:
        return  # nothing is known of one side; the fault itself is told with those of the document
    if not pair.is_branch:
        _compare_annotations(walk, pair)
    if compare_unions(walk, pair):
        return
    compare_prose(walk.log, base, revision, pair.context)
    are_kin = _compare_types(walk, pair)
    if base.facts != revision.facts:
        compare_values(walk, pair)
    if not are_kin:
        return  # of another type altogether: what hangs on the type went with it
    if base.facts != revision.facts:
        compare_bounds(walk, pair)
        compare_texts(walk, pair)
        compare_dependencies(walk, pair)
    compare_properties(walk, pair)
    compare_kids(walk, pair)


def _are_same_leaf(base: Node, revision: Node) -> bool:
    """Whether two schemas with nothing below them are equal, words included: most are."""
    return (
        base.facts == revision.facts
        and base.prose == revision.prose
        and base.extensions == revision.extensions
        and base.is_leaf
        and revision.is_leaf
    )


def _laid_together(walk: Walk, pair: Pair) -> Pair:
    """The pair with an allOf on one side only written as one schema, where it can be."""
    if ("allOf" in pair.base.unions) == ("allOf" in pair.revision.unions):
        return pair
    base, revision = merged(walk.base.shapes, pair.base), merged(walk.revision.shapes, pair.revision)
    return replace(pair, base=base, revision=revision) if base and revision else pair


def _compare_annotations(walk: Walk, pair: Pair) -> None:
    base, revision, context = pair.base, pair.revision, pair.context
    if base.nullable != revision.nullable and not _null_is_type(base, revision):
        change = "became-nullable" if revision.nullable else "became-not-nullable"
        places = (
            base.locate("nullable", "type", "anyOf", "oneOf"),
            revision.locate("nullable", "type", "anyOf", "oneOf"),
        )
        walk.log.schema(change, context, *places)
    for keyword, change in (("default", "default-value"), ("xml", "xml")):
        old, new = base.facts.get(keyword), revision.facts.get(keyword)
        if old != new:
            ending = "added" if old is None else "removed" if new is None else "changed"
            walk.log.schema(
                f"{change}-{'changed' if keyword == 'xml' else ending}",
                context,
                base.locate(keyword),
                revision.locate(keyword),
                old=base.values.get(keyword),
                new=revision.values.get(keyword),
            )
    compare_schema_lifecycle(walk, pair)


def _null_is_type(base: Node, revision: Node) -> bool:
    """Whether a side allows anything at all, null too, or nothing but null: then the types tell the change."""
    return any(node.says_nothing or node.types == {"null"} for node in (base, revision))


def _compare_types(walk: Walk, pair: Pair) -> bool:
    """Note another type or format; False where the two have nothing in common."""
    base, revision, context = pair.base, pair.revision, pair.context
    old, new = implied_types(base), implied_types(revision)
    if (base.unions and not old) or (revision.unions and not new):
        return True  # the branches tell
    strict = type_relation(old, new)
    are_kin = strict is not Relation.OTHER or bool(old & new)
    harmless = Relation.WIDER if context.is_sent else Relation.NARROWER
    is_body = "body" in context.scope or context.scope in ("request-property", "response-property")
    kinds = text_relation(old, new, harmless, is_body=is_body) if context.is_weak else strict
    formats = format_relation(base.facts.get("format"), revision.facts.get("format"))
    relation = kinds.joined(formats)
    if relation is Relation.OTHER and _is_exploded_list(walk, pair, old, new):
        relation = strict = Relation.WIDER
    if relation is Relation.SAME:
        return are_kin
    walk.log.schema(
        _type_change(context, relation, strict, formats, bool(base.folded) != bool(revision.folded)),
        context,
        base.locate("type" if strict is not Relation.SAME else "format"),
        revision.locate("type" if strict is not Relation.SAME else "format"),
        old=spelled(base, old),
        new=spelled(revision, new),
    )
    return are_kin


def _type_change(context: Context, relation: Relation, strict: Relation, formats: Relation, is_list: bool) -> str:
    """The name of a change of type. `strict` is what became of the types if they were not read as text."""
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
    """Whether a parameter became a list that a single value is also written as."""
    items = pair.revision.single.get("items")
    if not pair.context.is_exploded or new != {"array"} or "array" in old or not old:
        return False
    return items is None or takes_as_text(walk.revision.shapes.node(items).types, old)
