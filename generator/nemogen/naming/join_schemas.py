"""The union of two schemas' properties, so that one class still fits locations whose schemas now differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace

from nemogen.canonical import NO_BOUNDS, NULL, Bounds, CanonicalSchema
from nemogen.naming.canonical_objects import in_order
from nemogen.naming.canonical_values import in_value_order
from nemogen.naming.name_candidates import tags_of
from nemogen.naming.shape import digest


def join_schemas(one: CanonicalSchema, other: CanonicalSchema) -> CanonicalSchema | None:
    """The narrowest schema that takes what either takes, with the prose of `one`; None where they contradict.

    Objects have the properties of both, and require what both require; enumerations and unions have what is in either.
    """
    if digest(one) == digest(other):
        return one
    if one.any_of and other.any_of:
        return _join_unions(one, other)
    if one.reference is not None or other.reference is not None or one.any_of or other.any_of:
        return None
    if one.type != other.type or one.format != other.format:
        return None
    if one.type == "object":
        return _join_objects(one, other)
    if one.type == "array":
        return _join_arrays(one, other)
    enum = in_value_order({*one.enum, *other.enum}) if one.enum and other.enum else ()
    return replace(one, enum=enum, bounds=_join_bounds(one.bounds, other.bounds))


def _join_objects(one: CanonicalSchema, other: CanonicalSchema) -> CanonicalSchema | None:
    """Objects that have nothing in common, or other tags, are other things."""
    common = one.properties.keys() & other.properties.keys()
    if bool(one.properties) != bool(other.properties) or (one.properties and not common):
        return None
    if tags_of(one) != tags_of(other):
        return None
    properties = {**other.properties, **one.properties}
    for name in common:
        joined = join_schemas(one.properties[name], other.properties[name])
        if joined is None:
            return None
        properties[name] = joined
    required = {*one.required} & {*other.required}
    additional = None
    if one.additional is not None and other.additional is not None:
        additional = join_schemas(one.additional, other.additional)
        if additional is None:
            return None
    return replace(
        one,
        properties={name: properties[name] for name in in_order(properties, required)},
        required=tuple(sorted(required)),
        additional=additional,
        is_closed=one.is_closed and other.is_closed,
    )


def _join_arrays(one: CanonicalSchema, other: CanonicalSchema) -> CanonicalSchema | None:
    if one.prefix_items is not None or other.prefix_items is not None or one.items is None or other.items is None:
        return None
    items = join_schemas(one.items, other.items)
    return None if items is None else replace(one, items=items, bounds=_join_bounds(one.bounds, other.bounds))


def _join_bounds(one: Bounds, other: Bounds) -> Bounds:
    """The bounds that both have."""
    names = [each.name for each in fields(Bounds)]
    equal = {name: getattr(one, name) for name in names if getattr(one, name) == getattr(other, name)}
    found = Bounds(**equal)
    return NO_BOUNDS if found == NO_BOUNDS else found


def _join_unions(one: CanonicalSchema, other: CanonicalSchema) -> CanonicalSchema | None:
    """The variants of both. One that grew is found by its tags, or by being the only one that is left on both sides."""
    ours, theirs = list(_variants(one)), list(_variants(other))
    equal = {digest(each) for each in ours} & {digest(each) for each in theirs}
    left = [each for each in theirs if digest(each) not in equal]
    changed = [each for each in ours if digest(each) not in equal]
    found: list[CanonicalSchema] = []
    for each in ours:
        partner = None if digest(each) in equal else _partner(each, changed, left)
        joined = join_schemas(each, partner) if partner is not None else each
        if joined is None:
            return None
        left = [rest for rest in left if rest is not partner]
        found.append(joined)
    tag, second = one.discriminator, other.discriminator
    if tag is not None and second is not None:
        if tag.property_name != second.property_name:
            return None
        tag = replace(tag, mapping={**second.mapping, **tag.mapping})
    nulls = (NULL,) if any(each.is_null for each in (*one.any_of, *other.any_of)) else ()
    return replace(one, any_of=(*found, *left, *nulls), discriminator=tag or second)


def _variants(union: CanonicalSchema) -> Iterator[CanonicalSchema]:
    return (each for each in union.any_of if not each.is_null)


def _partner(
    variant: CanonicalSchema, changed: Sequence[CanonicalSchema], left: Iterable[CanonicalSchema]
) -> CanonicalSchema | None:
    """The variant of the other union that `variant` became, or was."""
    candidates = list(left)
    tags = tags_of(variant)
    same = [each for each in candidates if tags and tags_of(each) == tags]
    if len(same) == 1:
        return same[0]
    return candidates[0] if len(changed) == len(candidates) == 1 else None
