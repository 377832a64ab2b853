"""The property that distinguishes the variants of a union of objects, where there is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from nemogen.canonical import CanonicalSchema, Discriminator
from nemogen.naming.name_candidates import TAGS
from nemogen.pointer import split

Tags: TypeAlias = tuple[str, list[list[str]]]
"""A property, and the values of it that stand for each variant."""


def find_tags(
    declared: Discriminator | None, variants: Sequence[CanonicalSchema], targets: Sequence[CanonicalSchema]
) -> Tags | None:
    """The property that distinguishes the variants; None if none does.

    `variants` are objects or references, `targets` the objects themselves. The property that the spec declares is tried
    first; the values of a variant are those that its own schema allows, or else those that the spec maps to the
    variant, or the name of the component (OpenAPI 3.1.1, Discriminator Object).
    """
    named = declared.property_name if declared else None
    for name in dict.fromkeys((*((named,) if named else ()), *TAGS, *targets[0].properties)):
        if not all(name in target.required for target in targets):
            continue
        values = [_words(target.properties[name]) for target in targets]
        if declared and name == named:
            values = [own or _mapped(declared, *pair) for own, *pair in zip(values, variants, targets, strict=True)]
        every = [value for own in values for value in own]
        if all(values) and len(set(every)) == len(every):
            return name, values
    return None


def contradicted(schemas: Mapping[str, CanonicalSchema]) -> frozenset[str]:
    """The unions, by name, of which a variant has other tags in another union.

    A class has one set of values for a property. Only a mapping can say such a thing: a constant of the variant holds
    everywhere.
    """
    tags: dict[tuple[str, str], dict[frozenset[str], set[str]]] = {}
    for union, schema in schemas.items():
        if schema.discriminator is None:
            continue
        values: dict[str, set[str]] = {}
        for value, variant in schema.discriminator.mapping.items():
            values.setdefault(variant, set()).add(value)
        for variant, own in values.items():
            known = tags.setdefault((variant, schema.discriminator.property_name), {})
            known.setdefault(frozenset(own), set()).add(union)
    return frozenset().union(*(unions for known in tags.values() if len(known) > 1 for unions in known.values()))


def _words(schema: CanonicalSchema) -> list[str]:
    """The texts that a property can be; none where it can be anything else."""
    values = [value for value in schema.enum if isinstance(value, str)]
    return values if len(values) == len(schema.enum) else []


def _mapped(declared: Discriminator, variant: CanonicalSchema, target: CanonicalSchema) -> list[str]:
    """The values that the spec maps to a variant whose property is any text."""
    if variant.reference is None or target.properties[declared.property_name].type != "string":
        return []
    values = [tag for tag, key in declared.mapping.items() if key == variant.reference]
    return values or [split(variant.reference)[-1]]
