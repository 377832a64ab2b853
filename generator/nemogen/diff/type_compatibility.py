"""How two types with their formats relate: the same, wider, narrower, or something else."""

from __future__ import annotations

import enum

from nemogen.openapi.schema import Schema

WIDER_FORMATS = frozenset({("int32", "int64"), ("float", "double")})
SCALARS = frozenset({"integer", "number", "boolean", "string"})


class Relation(enum.Enum):
    """How a set of values changed."""

    SAME = "same"
    WIDER = "wider"
    NARROWER = "narrower"
    OTHER = "other"

    def joined(self, other: Relation) -> Relation:
        """The relation of two independent constraints taken together."""
        if self is Relation.SAME:
            return other
        return self if other in (Relation.SAME, self) else Relation.OTHER


def takes(outer: frozenset[str], inner: frozenset[str]) -> bool:
    """Whether a value of any type of `inner` is of a type of `outer`; no types at all means any."""
    if not outer:
        return True
    return bool(inner) and all(kind in outer or (kind == "integer" and "number" in outer) for kind in inner)


def takes_as_text(outer: frozenset[str], inner: frozenset[str], *, is_body: bool = False) -> bool:
    """As `takes`, where there is only text on the wire: a string takes any scalar, a whole body anything."""
    return takes(outer, inner) or ("string" in outer and bool(inner) and (is_body or inner <= SCALARS))


def type_relation(base: frozenset[str], revision: frozenset[str]) -> Relation:
    """How the types of a revision relate to those of its base."""
    if base == revision:
        return Relation.SAME
    wider, narrower = takes(revision, base), takes(base, revision)
    if wider and narrower:
        return Relation.SAME
    return Relation.WIDER if wider else Relation.NARROWER if narrower else Relation.OTHER


def text_relation(base: frozenset[str], revision: frozenset[str], harmless: Relation, *, is_body: bool) -> Relation:
    """As `type_relation`, for text on the wire; where both hold, the one that does no harm."""
    strict = type_relation(base, revision)
    if strict in (Relation.SAME, harmless):
        return strict
    found = {
        Relation.WIDER: takes_as_text(revision, base, is_body=is_body),
        Relation.NARROWER: takes_as_text(base, revision, is_body=is_body),
    }
    other = Relation.NARROWER if harmless is Relation.WIDER else Relation.WIDER
    return harmless if found[harmless] else other if found[other] else Relation.OTHER


def format_relation(base: str | None, revision: str | None) -> Relation:
    """How the format of a revision relates to that of its base."""
    if base == revision:
        return Relation.SAME
    if revision is None or (base, revision) in WIDER_FORMATS:
        return Relation.WIDER
    if base is None or (revision, base) in WIDER_FORMATS:
        return Relation.NARROWER
    return Relation.OTHER


def implied_types(schema: Schema) -> frozenset[str]:
    """The types of a schema; one that only names properties or items means an object or a list."""
    if schema.types or schema.any_of or schema.one_of or schema.all_of:
        return schema.types
    if schema.objects.properties:
        return frozenset({"object"})
    if schema.arrays.items is not None or schema.arrays.prefix_items:
        return frozenset({"array"})
    return schema.types


def format_of(schema: Schema) -> str | None:
    """The format of the numbers or the strings that a schema allows."""
    return schema.numbers.format or schema.strings.format


def spelled(schema: Schema, types: frozenset[str]) -> str:
    """The type of a schema for people."""
    text = "nothing" if schema.never else " or ".join(sorted(types)) or "anything"
    found = format_of(schema)
    return f"{text} ({found})" if found else text
