"""The one form of `anyOf` and `oneOf`: null apart, nested unions flat, unions of types or of values as such."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final, Literal, TypeAlias

from nemogen.errors import Location as Location
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import unique
from nemogen.openapi.normal_form import NULL_ONLY, normal_form, plain_types
from nemogen.openapi.schema import (
    MISSING,
    NO_ANNOTATIONS,
    NO_ARRAY_RULES,
    NO_IDENTITY,
    NO_NUMBER_BOUNDS,
    NO_OBJECT_RULES,
    NO_STRING_RULES,
    Annotations,
    EnumValue,
    Schema,
    SchemaNode,
)

UnionKind: TypeAlias = Literal["anyOf", "oneOf"]

_TYPES: Final = frozenset({"types"})
_VALUES: Final = frozenset({"types", "enum"})


@dataclass(frozen=True, slots=True)
class Variants:
    """The variants of a union without null and without those that allow no value, and whether null is one."""

    members: tuple[SchemaNode, ...]
    nullable: bool


def said_by(schema: Schema) -> frozenset[str]:
    """The fields of a schema that constrain values, `nullable` left out."""
    arrays, objects = schema.arrays, schema.objects
    # Called several times for each schema: rules that are missing are the shared empty object, so `is` decides fast.
    said = (
        ("types", schema.types),
        ("enum", schema.enum is not None),
        ("numbers", schema.numbers is not NO_NUMBER_BOUNDS and schema.numbers != NO_NUMBER_BOUNDS),
        ("strings", schema.strings is not NO_STRING_RULES and schema.strings != NO_STRING_RULES),
        ("arrays", arrays is not NO_ARRAY_RULES and (arrays.is_open or arrays != NO_ARRAY_RULES)),
        ("objects", objects is not NO_OBJECT_RULES and (objects.is_open or objects != NO_OBJECT_RULES)),
        ("all_of", schema.all_of),
        ("any_of", schema.any_of),
        ("one_of", schema.one_of),
        ("negated", schema.negated is not None),
        ("conditional", schema.conditional is not None),
        ("discriminator", schema.discriminator is not None),
        ("never", schema.never),
        ("identity", schema.identity is not NO_IDENTITY and schema.identity != NO_IDENTITY),
    )
    return frozenset([field for field, is_said in said if is_said])


def says_only(schema: Schema, union: str, variant: Schema) -> bool:
    """Whether the field `union` ("any_of") of a schema, with `variant` alone in it, is all that the schema says.

    Types beside it are those of the variant, or others that the variant does not have.
    """
    said = said_by(schema)
    return said == {union} or (said == {union, "types"} and bool(variant.types) and variant.types <= schema.types)


def allows_anything(schema: Schema) -> bool:
    """Whether any value is valid; that further properties or items are allowed in so many words is not a constraint."""
    said = said_by(schema)
    if not said <= {"arrays", "objects"}:
        return False
    return schema.arrays == NO_ARRAY_RULES and schema.objects == NO_OBJECT_RULES


def is_never(node: SchemaNode | None, plain: Callable[[SchemaNode], Schema | None]) -> bool:
    """True for a schema that allows nothing. `plain` gives the schema of a node, None where it is unknown."""
    found = None if node is None else plain(node)
    return found is not None and found.never


def without_open_words(schema: Schema) -> Schema:
    """The schema without allowing further properties or items in so many words, where it says nothing else of them."""
    arrays = NO_ARRAY_RULES if schema.arrays == NO_ARRAY_RULES else schema.arrays
    objects = NO_OBJECT_RULES if schema.objects == NO_OBJECT_RULES else schema.objects
    if arrays is schema.arrays and objects is schema.objects:
        return schema
    return replace(schema, arrays=arrays, objects=objects)


def without_prose(schema: Schema) -> Schema:
    """The schema without texts, examples, names and extensions."""
    said = schema.annotations
    if said is NO_ANNOTATIONS:
        return schema
    kept = Annotations(
        default=said.default,
        deprecated=said.deprecated,
        read_only=said.read_only,
        write_only=said.write_only,
        xml=said.xml,
    )
    return replace(schema, annotations=NO_ANNOTATIONS if kept == NO_ANNOTATIONS else kept)


def is_null_only(schema: Schema) -> bool:
    """Whether a schema says that null is valid and nothing else."""
    return schema.types == NULL_ONLY and said_by(schema) == _TYPES


def is_plain(annotations: Annotations) -> bool:
    """Whether there is nothing but prose and `deprecated`: what a variant may lose when it becomes a value."""
    return (
        annotations.default is MISSING
        and not annotations.name
        and not annotations.read_only
        and not annotations.write_only
        and annotations.xml is None
    )


def union_of(kind: UnionKind, members: Iterable[SchemaNode], location: Location) -> SchemaNode:
    """The schema of a union, without annotations: its only variant, a list of types, an enumeration, or a union."""
    variants = variants_of(kind, members)
    if not variants.members:
        return Schema(location, NULL_ONLY) if variants.nullable else Schema(location, never=True)
    if len(variants.members) == 1:
        return or_null(variants.members[0], location) if variants.nullable else variants.members[0]
    found = folded(kind, variants.members, location)
    if found is not None:
        return normal_form(replace(found, nullable=found.nullable or variants.nullable))
    one_of, any_of = (variants.members, ()) if kind == "oneOf" else ((), variants.members)
    return normal_form(Schema(location, nullable=variants.nullable, any_of=any_of, one_of=one_of))


def variants_of(kind: UnionKind, members: Iterable[SchemaNode]) -> Variants:
    """The variants that count. Null moves out of those of `anyOf`, and their own `anyOf` is laid flat."""
    kept: list[SchemaNode] = []
    nullable = False
    for member in members:
        if not isinstance(member, Schema):
            kept.append(member)
        elif is_null_only(member):
            nullable = True
        elif kind == "anyOf" and not member.never:
            nullable = nullable or member.nullable
            kept += member.any_of if _is_bare_union(member) else [_without_null(member)]
        elif not member.never:
            kept.append(member)
    return Variants(unique(kept) if kind == "anyOf" else tuple(kept), nullable)


def _is_bare_union(schema: Schema) -> bool:
    return said_by(schema) == {"any_of"} and is_plain(schema.annotations)


def _without_null(schema: Schema) -> SchemaNode:
    """The schema without `nullable`; a reference where it is nothing but one."""
    if not schema.nullable:
        return schema
    bare = replace(schema, nullable=False)
    is_reference = said_by(bare) == {"all_of"} and len(bare.all_of) == 1 and bare.annotations == Annotations()
    return bare.all_of[0] if is_reference else bare


def or_null(node: SchemaNode, location: Location) -> Schema:
    """The schema, or null."""
    if isinstance(node, Schema):
        return normal_form(replace(node, nullable=True))
    return Schema(location, nullable=True, all_of=(node,))


def folded(kind: UnionKind, members: Sequence[SchemaNode], location: Location) -> Schema | None:
    """A union of nothing but types as a list of types, one of nothing but values as an enumeration; else None."""
    schemas = [member for member in members if isinstance(member, Schema) and is_plain(member.annotations)]
    if len(schemas) < len(members):
        return None
    said = {said_by(schema) for schema in schemas}
    nullable = any(schema.nullable for schema in schemas)
    if said == {_TYPES}:
        types = _all_types(kind, schemas)
        order = unique(name for schema in schemas for name in schema.type_order)
        return None if types is None else Schema(location, types, nullable, type_order=order)
    if said == {_VALUES}:
        values = [value for schema in schemas for value in _with_prose(schema)]
        distinct = {value.key: value for value in reversed(values)}
        if kind == "anyOf" or len(distinct) == len(values):
            return Schema(location, nullable=nullable, enum=tuple(reversed(distinct.values())))
    return None


def booleans_as_values(members: Sequence[Schema]) -> list[Schema]:
    """Variants of which some are enumerations, with the type boolean as the enumeration of its values."""
    if all(said_by(member) != _VALUES for member in members):
        return [*members]
    values = (EnumValue(False), EnumValue(True))
    return [
        replace(member, enum=values) if said_by(member) == _TYPES and member.types == {"boolean"} else member
        for member in members
    ]


def _all_types(kind: UnionKind, schemas: Sequence[Schema]) -> frozenset[str] | None:
    """The types of the variants together; None if those of a `oneOf` overlap."""
    types = [name for schema in schemas for name in schema.types]
    found = plain_types(types)
    return found if kind == "anyOf" or len(found) == len(types) else None


def _with_prose(schema: Schema) -> Sequence[EnumValue]:
    """The values of a variant; a single one takes its title for a name."""
    values = schema.enum or ()
    if len(values) != 1:
        return values
    said = schema.annotations
    (only,) = values
    return (
        EnumValue(
            only.value,
            only.name or said.title,
            only.description or said.description,
            only.deprecated or said.deprecated,
        ),
    )
