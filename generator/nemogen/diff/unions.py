"""Compares allOf, oneOf and anyOf: variants by meaning, schemas that became a variant, tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from nemogen.diff.discriminators import compare_discriminator
from nemogen.diff.disjoint_variants import allow_null_twice, are_disjoint_variants
from nemogen.diff.match_schemas import Matched, given_name, variant_name
from nemogen.diff.schema_pairs import Pair, Walk
from nemogen.diff.side import Side
from nemogen.diff.type_compatibility import implied_types, spelled, takes
from nemogen.diff.types import SPECIALIZED
from nemogen.diff.values import listed_values
from nemogen.errors import Location
from nemogen.openapi.schema import Schema
from nemogen.openapi.schema_unions import said_by

NAMES: Final = {"oneOf": "one-of", "anyOf": "any-of", "allOf": "all-of"}
MOST_TRIALS: Final = 20
"""Variants beyond this number are not compared for the sake of a schema without variants."""
EITHER: Final = ("oneOf", "anyOf")

_TYPES: Final = frozenset({"types"})

Groups = Mapping[str, list[Schema]]


def compare_unions(walk: Walk, pair: Pair) -> bool:
    """Note changes of the variants. True if one side became a variant of the other: then everything is reported."""
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
    compare_discriminator(walk, pair)
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
        side, schema, exclusive = (
            (walk.base, pair.base, base[old]) if old == "oneOf" else (walk.revision, pair.revision, revision[new])
        )
        if not are_disjoint_variants(side, exclusive) or allow_null_twice(side, schema):
            walk.log.schema(change, pair.context, pair.base.locate(old), pair.revision.locate(new))
        _compare_variants(walk, pair, old, new, walk.matcher.variants(base[old], revision[new]))
    elif old:
        _compare_variants(walk, pair, old, old, Matched((), tuple(base[old]), ()))
    elif new:
        _compare_variants(walk, pair, new, new, Matched((), (), tuple(revision[new])))


def _compare_variants(walk: Walk, pair: Pair, old: str, new: str, matched: Matched) -> None:
    both = [
        (left, right) for left, right in matched.pairs if not said_by(left) - _TYPES and not said_by(right) - _TYPES
    ]
    before, after = [left for left, _ in both], [right for _, right in both]
    _push_matched(walk, pair, matched, is_null_reported=True, common=before)
    for schema in matched.removed:
        places = schema.location, pair.revision.locate(new)
        if _note_known(walk, pair, schema, before, places, "removed"):
            continue
        _note_variant(walk, pair, (f"{NAMES[old]}-removed", walk.base, schema), places)
    for schema in matched.added:
        places = pair.base.locate(old), schema.location
        if _note_known(walk, pair, schema, after, places, "added"):
            continue
        _note_variant(walk, pair, (f"{NAMES[new]}-added", walk.revision, schema), places)


def _note_known(
    walk: Walk, pair: Pair, schema: Schema, common: Sequence[Schema], places: tuple[Location, Location], ending: str
) -> bool:
    """Whether a variant that came or went allows nothing that others, which stay, do not allow: notes its values."""
    if not any(_covers(each, schema) for each in common):
        return False
    if schema.enum is not None:
        walk.log.schema(f"known-value-{ending}", pair.context, *places, value=listed_values(schema.enum))
    return True


def _push_matched(
    walk: Walk, pair: Pair, matched: Matched, *, is_null_reported: bool, common: Sequence[Schema] = ()
) -> None:
    """Compare what was matched; the values of a variant are only known ones where a `common` one allows any."""
    for left, right in matched.pairs:
        context = pair.context.below(f"({variant_name(walk.revision, right)})")
        is_open = left.enum is not None and any(_covers(each, left) and _covers(each, right) for each in common)
        context = context._replace(has_other_values=is_open)
        walk.push(Pair(left, right, context, is_null_reported=is_null_reported))


def _note_variant(walk: Walk, pair: Pair, change: tuple[str, Side, Schema], places: tuple[Location, Location]) -> None:
    """Note a variant that is on one side only. One without a name is identified by a digest of its schema."""
    name, side, schema = change
    identity = _identity(side, [schema])
    value = variant_name(side, schema)
    walk.log.schema(name, pair.context, *places, value=value, identity=identity)


def _identity(side: Side, variants: Sequence[Schema]) -> str:
    """The digests of the variants that have no name, which identify them."""
    return " ".join(side.digests.of(each).hex()[:12] for each in variants if not given_name(side, each))


def _wrapped(walk: Walk, pair: Pair, revision: Groups) -> bool:
    if walk.matcher.same(pair.base, pair.revision):
        return True
    keyword, variants = next(iter(revision.items()))
    best = walk.matcher.best(pair.base, variants, is_base=True)
    places = pair.base.location, pair.revision.locate(keyword)
    is_narrower = _allows_all_of(walk, pair.base, variants, is_base=True)
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
    is_wider = _allows_all_of(walk, pair.revision, variants, is_base=False)
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
    if is_wider and is_narrower:
        return
    change = "type-changed"
    if is_wider:
        change = "type-generalized"
    elif is_narrower and pair.context.scope in SPECIALIZED:
        change = "type-specialized"
    old, new = (_form(schema) for schema in (pair.base, pair.revision))
    is_union = bool(pair.base.one_of or pair.base.any_of)
    identity = walk.identity(pair.base, None) if is_union else walk.identity(None, pair.revision)
    walk.log.schema(change, pair.context, *places, old=old, new=new, identity=identity)


def _allows_all_of(walk: Walk, lone: Schema, variants: Sequence[Schema], *, is_base: bool) -> bool:
    """Whether a schema allows every value of each variant that the other document has in its place."""
    if all(_covers(lone, each) for each in variants):
        return True
    if not lone.objects.properties or len(variants) > MOST_TRIALS:
        return False
    if any(each.objects.properties.keys() != lone.objects.properties.keys() for each in variants):
        return False
    trials = (walk.relate(lone, each)[1] if is_base else walk.relate(each, lone)[0] for each in variants)
    return not any(trials)


def _covers(outer: Schema, inner: Schema) -> bool:
    """Whether a schema that says no more than types allows all values of another one."""
    return said_by(outer) <= {"types", "nullable"} and takes(outer.types, implied_types(inner))


def _form(schema: Schema) -> str:
    return "a choice" if schema.one_of or schema.any_of else spelled(schema, schema.types)


def _are_disjoint(best: Schema, others: Sequence[Schema]) -> bool:
    """Whether no value matches the variant and another one, judged by types alone."""
    own = implied_types(best)
    return bool(own) and all(implied_types(schema) and not own & implied_types(schema) for schema in others)


def _compare_all_of(walk: Walk, pair: Pair) -> None:
    base = [walk.base.plain(node) for node in pair.base.all_of]
    revision = [walk.revision.plain(node) for node in pair.revision.all_of]
    if not base and not revision:
        return
    matched = walk.matcher.variants(base, revision)
    _push_matched(walk, pair, matched, is_null_reported=False)
    for schema in matched.removed:
        places = schema.location, pair.revision.locate("allOf")
        _note_variant(walk, pair, ("all-of-removed", walk.base, schema), places)
    for schema in matched.added:
        places = pair.base.locate("allOf"), schema.location
        _note_variant(walk, pair, ("all-of-added", walk.revision, schema), places)
