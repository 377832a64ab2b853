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
    branches: list[CanonicalSchema] = []
    for branch in found:
        is_dissolved = branch.any_of and branch.discriminator is None and not branch.facts.name
        branches.extend(branch.any_of if is_dissolved else [branch])
    ordered = distinct(branches)
    if any(branch.says_nothing for branch in ordered):
        return ANYTHING
    rest = tuple(branch for branch in ordered if not branch.is_null)
    if not rest:
        return NULL
    result = rest[0] if len(rest) == 1 else CanonicalSchema(any_of=rest, discriminator=declared)
    return or_null(result) if len(rest) < len(ordered) else result


def distinct(branches: Sequence[CanonicalSchema]) -> tuple[CanonicalSchema, ...]:
    """`branches`, the first of each shape."""
    first = {digest(branch): branch for branch in reversed(branches)}
    return tuple(reversed(first.values()))


def or_null(schema: CanonicalSchema) -> CanonicalSchema:
    """`schema`, or null: the one form of it that both engines read right in every mode."""
    if schema.is_null:
        return schema
    if schema.any_of and schema.discriminator is None:
        has_null = any(branch.is_null for branch in schema.any_of)
        return schema if has_null else replace(schema, any_of=(*schema.any_of, NULL))
    inner = without_prose(schema)
    return CanonicalSchema(any_of=(inner, NULL), description=schema.description, deprecated=schema.deprecated)


def without_prose(schema: CanonicalSchema) -> CanonicalSchema:
    """The schema without what describes it."""
    has_prose = schema.description or schema.deprecated
    return replace(schema, description="", deprecated=False) if has_prose else schema
