"""Compares allOf, oneOf and anyOf: variants by meaning, schemas that became a variant, tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from nemogen.diff.match_schemas import Matched, given_name, variant_name
from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.diff.side import Side
from nemogen.diff.type_compatibility import implied_types, spelled, takes
from nemogen.diff.types import SPECIALIZED
from nemogen.errors import Location
from nemogen.openapi.schema import Discriminator, Schema, SchemaRef
from nemogen.openapi.schema_unions import said_by

NAMES: Final = {"oneOf": "one-of", "anyOf": "any-of", "allOf": "all-of"}
EITHER: Final = ("oneOf", "anyOf")

Groups = Mapping[str, list[Schema]]


def compare_unions(walk: Walk, pair: Pair) -> bool:
    """Note what became of the variants. True where one side became a variant of the other: then all is said."""
    base, revision = _groups(walk.base, pair.base), _groups(walk.revision, pair.revision)
    if revision and not base:
        base = _unfolded(walk.base, pair.base, revision)
        if not base:
            return _wrapped(walk, pair, revision)
    elif base and not revision:
        revision = _unfolded(walk.revision, pair.revision, base)
        if not revision:
            return _unwrapped(walk, pair, base)
    if base or revision:
        _compare_either(walk, pair, base, revision)
    _compare_all_of(walk, pair)
    _compare_discriminator(walk, pair)
    return False


def _groups(side: Side, schema: Schema) -> Groups:
    found: dict[str, list[Schema]] = {}
    if schema.one_of:
        found["oneOf"] = side.variants("oneOf", schema.one_of)
    if schema.any_of:
        found["anyOf"] = side.variants("anyOf", schema.any_of)
    return found


def _unfolded(side: Side, schema: Schema, other: Groups) -> Groups:
    """A list of types, or of both booleans and more, as the union that the other side is; else nothing."""
    if schema.enum is not None:
        split = side.split_booleans(schema)
        return {next(iter(other)): split} if len(split) > 1 else {}
    if len(schema.types) < 2:
        return {}
    types = schema.type_order or tuple(sorted(schema.types))
    return {next(iter(other)): [side.of_type(schema, name) for name in types if name in schema.types]}


def _compare_either(walk: Walk, pair: Pair, base: Groups, revision: Groups) -> None:
    kept = base.keys() & revision.keys()
    for keyword in EITHER:
        if keyword in kept:
            _compare_variants(walk, pair, keyword, keyword, walk.matcher.variants(base[keyword], revision[keyword]))
    old, new = (next((key for key in groups if key not in kept), None) for groups in (base, revision))
    if old and new:
        change = "union-loosened" if new == "anyOf" else "union-tightened"
        walk.log.schema(change, pair.context, pair.base.locate(old), pair.revision.locate(new))
        _compare_variants(walk, pair, old, new, walk.matcher.variants(base[old], revision[new]))
    elif old:
        _compare_variants(walk, pair, old, old, Matched((), tuple(base[old]), ()))
    elif new:
        _compare_variants(walk, pair, new, new, Matched((), (), tuple(revision[new])))


def _compare_variants(walk: Walk, pair: Pair, old: str, new: str, matched: Matched) -> None:
    _push_matched(walk, pair, matched, is_null_told=True)
    for schema in matched.removed:
        places = schema.location, pair.revision.locate(new)
        _note_variant(walk, pair, (f"{NAMES[old]}-removed", walk.base, schema), places)
    for schema in matched.added:
        places = pair.base.locate(old), schema.location
        _note_variant(walk, pair, (f"{NAMES[new]}-added", walk.revision, schema), places)


def _push_matched(walk: Walk, pair: Pair, matched: Matched, *, is_null_told: bool) -> None:
    for left, right in matched.pairs:
        context = pair.context.below(f"({variant_name(walk.revision, right)})")
        walk.push(Pair(left, right, context, is_null_told=is_null_told))


def _note_variant(walk: Walk, pair: Pair, change: tuple[str, Side, Schema], places: tuple[Location, Location]) -> None:
    """Note a variant that is there on one side only. One without a name is told from others by what it means."""
    name, side, schema = change
    identity = _identity(side, [schema])
    value = variant_name(side, schema)
    walk.log.schema(name, pair.context, *places, value=value, identity=identity)


def _identity(side: Side, variants: Sequence[Schema]) -> str:
    """What those of the variants mean that have no name to be told from others by."""
    return " ".join(side.digests.of(each).hex()[:12] for each in variants if not given_name(side, each))


def _wrapped(walk: Walk, pair: Pair, revision: Groups) -> bool:
    if walk.matcher.same(pair.base, pair.revision):
        return True
    keyword, variants = next(iter(revision.items()))
    best = walk.matcher.best(pair.base, variants, is_base=True)
    places = pair.base.location, pair.revision.locate(keyword)
    is_narrower = all(_covers(pair.base, each) for each in variants)
    if best is None or is_narrower:
        is_wider = pair.base.never or any(_covers(each, pair.base) for each in variants)
        _changed_to(walk, pair, places, is_wider=is_wider, is_narrower=is_narrower)
        return True
    others = [schema for schema in variants if schema is not best]
    change = f"wrapped-in-{NAMES[keyword]}"
    if keyword == "oneOf" and _are_disjoint(best, others):
        change = "one-of-added"
    names = tuple(variant_name(walk.revision, schema) for schema in others)
    walk.log.schema(change, pair.context, *places, value=names, identity=_identity(walk.revision, others))
    walk.push(Pair(pair.base, best, pair.context, is_variant=True))
    return True


def _unwrapped(walk: Walk, pair: Pair, base: Groups) -> bool:
    if walk.matcher.same(pair.base, pair.revision):
        return True
    keyword, variants = next(iter(base.items()))
    best = walk.matcher.best(pair.revision, variants, is_base=False)
    places = pair.base.locate(keyword), pair.revision.location
    is_wider = all(_covers(pair.revision, each) for each in variants)
    if best is None or is_wider:
        is_narrower = pair.revision.never or any(_covers(each, pair.revision) for each in variants)
        _changed_to(walk, pair, places, is_wider=is_wider, is_narrower=is_narrower)
        return True
    others = [schema for schema in variants if schema is not best]
    names = tuple(variant_name(walk.base, schema) for schema in others)
    is_disjoint = keyword == "oneOf" and _are_disjoint(best, others)
    change = "one-of-removed" if is_disjoint else f"unwrapped-from-{NAMES[keyword]}"
    walk.log.schema(change, pair.context, *places, value=names, identity=_identity(walk.base, others))
    walk.push(Pair(best, pair.revision, pair.context, is_variant=True))
    return True


def _changed_to(
    walk: Walk, pair: Pair, places: tuple[Location, Location], *, is_wider: bool, is_narrower: bool
) -> None:
    """A schema and a union that have no form in common: one may allow all that the other one does."""
    change = "type-changed"
    if is_wider:
        change = "type-generalized"
    elif is_narrower and pair.context.scope in SPECIALIZED:
        change = "type-specialized"
    old, new = (_form(schema) for schema in (pair.base, pair.revision))
    is_union = bool(pair.base.one_of or pair.base.any_of)
    identity = walk.identity(pair.base, None) if is_union else walk.identity(None, pair.revision)
    walk.log.schema(change, pair.context, *places, old=old, new=new, identity=identity)


def _covers(outer: Schema, inner: Schema) -> bool:
    """Whether a schema that says no more than types allows all values of another one."""
    return said_by(outer) <= {"types", "nullable"} and takes(outer.types, implied_types(inner))


def _form(schema: Schema) -> str:
    return "a choice" if schema.one_of or schema.any_of else spelled(schema, schema.types)


def _are_disjoint(best: Schema, others: Sequence[Schema]) -> bool:
    """Whether no value matches the variant and another one, as far as types tell."""
    own = implied_types(best)
    return bool(own) and all(implied_types(schema) and not own & implied_types(schema) for schema in others)


def _compare_all_of(walk: Walk, pair: Pair) -> None:
    base = [walk.base.plain(node) for node in pair.base.all_of]
    revision = [walk.revision.plain(node) for node in pair.revision.all_of]
    if not base and not revision:
        return
    matched = walk.matcher.variants(base, revision)
    _push_matched(walk, pair, matched, is_null_told=False)
    for schema in matched.removed:
        places = schema.location, pair.revision.locate("allOf")
        _note_variant(walk, pair, ("all-of-removed", walk.base, schema), places)
    for schema in matched.added:
        places = pair.base.locate("allOf"), schema.location
        _note_variant(walk, pair, ("all-of-added", walk.revision, schema), places)


def _compare_discriminator(walk: Walk, pair: Pair) -> None:
    base, revision, context = pair.base.discriminator, pair.revision.discriminator, pair.context
    places = pair.base.locate("discriminator"), pair.revision.locate("discriminator")
    if base is None and revision is None:
        return
    if base is None or revision is None:
        change = "discriminator-added" if base is None else "discriminator-removed"
        old, new = (side.property_name if side else "" for side in (base, revision))
        walk.log.schema(change, context, *places, old=old, new=new)
        return
    old, new = base.property_name, revision.property_name
    if old != new:
        walk.log.schema("discriminator-property-name-changed", context, *places, old=old, new=new)
    for change, tags in (
        ("added", revision.mapping.keys() - base.mapping.keys() - _implied_tags(pair.base, revision)),
        ("deleted", base.mapping.keys() - revision.mapping.keys() - _implied_tags(pair.revision, base)),
    ):
        if tags:
            walk.log.schema(f"discriminator-mapping-{change}", context, *places, value=tuple(sorted(tags)))
    for tag in sorted(base.mapping.keys() & revision.mapping.keys()):
        was, is_ = _target_name(base.mapping[tag]), _target_name(revision.mapping[tag])
        if was != is_:
            walk.log.schema("discriminator-mapping-changed", context, *places, value=tag, old=was, new=is_)


def _implied_tags(schema: Schema, other: Discriminator) -> set[str]:
    """The tags that another discriminator spells out and that variants of this schema have by their names."""
    references = (node for node in (*schema.one_of, *schema.any_of) if isinstance(node, SchemaRef))
    names = {reference.target.component for reference in references if reference.target is not None}
    mapping = other.mapping.items()
    return {tag for tag, target in mapping if tag in names and target.target and target.target.component == tag}


def _target_name(reference: SchemaRef) -> str:
    return reference.text.rpartition("/")[2]
