"""Unions of schemas that are canonical themselves: flat, each variant once, null apart from the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nemogen.canonical import ANYTHING, NULL, CanonicalSchema, Discriminator
from nemogen.naming.shape import digest


def flat(found: Sequence[CanonicalSchema], declared: Discriminator | None = None) -> CanonicalSchema:
    """The union of `found`, of which there is at least one; `declared` is its discriminator.

    A variant that takes any value makes the union take any.
    """
    variants: list[CanonicalSchema] = []
    for variant in found:
        is_dissolved = variant.any_of and variant.discriminator is None and not variant.facts.name
        variants.extend(variant.any_of if is_dissolved else [variant])
    ordered = distinct(variants)
    if any(variant.says_nothing for variant in ordered):
        return ANYTHING
    rest = tuple(variant for variant in ordered if not variant.is_null)
    if not rest:
        return NULL
    result = rest[0] if len(rest) == 1 else CanonicalSchema(any_of=rest, discriminator=declared)
    return or_null(result) if len(rest) < len(ordered) else result


def distinct(variants: Sequence[CanonicalSchema]) -> tuple[CanonicalSchema, ...]:
    """`variants`, the first of each shape."""
    first = {digest(variant): variant for variant in reversed(variants)}
    return tuple(reversed(first.values()))


def or_null(schema: CanonicalSchema) -> CanonicalSchema:
    """`schema`, or null: the one form of it that both engines read right in every mode."""
    if schema.is_null:
        return schema
    if schema.any_of and schema.discriminator is None:
        has_null = any(variant.is_null for variant in schema.any_of)
        return schema if has_null else replace(schema, any_of=(*schema.any_of, NULL))
    inner = without_prose(schema)
    return CanonicalSchema(
        any_of=(inner, NULL), description=schema.description, deprecated=schema.deprecated, sunset=schema.sunset
    )


def without_prose(schema: CanonicalSchema) -> CanonicalSchema:
    """The schema without what describes it."""
    has_prose = schema.description or schema.deprecated
    return replace(schema, description="", deprecated=False) if has_prose else schema
