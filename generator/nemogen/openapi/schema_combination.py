"""Joins a schema with the other schemas that its values have to match, in normal form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nemogen.openapi.json_value import json_type
from nemogen.openapi.keyword_locations import joined_keywords
from nemogen.openapi.normal_form import normal_form, plain_types, without_unevaluated
from nemogen.openapi.nulls import admits_null, all_true
from nemogen.openapi.schema import (
    MISSING,
    NO_ANNOTATIONS,
    NO_IDENTITY,
    Annotations,
    EnumValue,
    Schema,
    SchemaNode,
    SchemaRef,
)
from nemogen.openapi.schema_unions import said_by

_ABSORBED: Final = frozenset({"any_of", "one_of", "negated", "conditional"})
"""Fields that a schema takes over from a member that says nothing else, unless it has such a thing already."""


def combined(own: Schema, conjuncts: Sequence[SchemaNode], *, nullable: bool) -> SchemaNode:
    """The schema of values that meet `own` and all `conjuncts`, of which there is at least one.

    `nullable`: null is allowed whatever these say, as OpenAPI defines its keyword.
    """
    own, members = _without_the_empty(own, conjuncts)
    if any(isinstance(member, Schema) and member.never for member in members):
        return normal_form(replace(own, never=True, nullable=nullable))
    if not members:
        own = without_unevaluated(own)
        return normal_form(replace(own, nullable=True)) if nullable else own
    null = True if nullable else all_true(admits_null(part) for part in (own, *members))
    own, rest = _absorbed(own, members, null)
    own = normal_form(replace(own, nullable=False))
    if own.never:
        return normal_form(replace(own, nullable=null is True))
    if len(rest) == 1 and said_by(own) <= {"types"}:
        unwrapped = _unwrapped(own, rest[0], null)
        if unwrapped is not None:
            return unwrapped
    return without_unevaluated(normal_form(replace(own, all_of=tuple(rest), nullable=null is True)))


def _without_the_empty(own: Schema, conjuncts: Sequence[SchemaNode]) -> tuple[Schema, list[SchemaNode]]:
    """Members that say nothing leave their annotations; members that are nothing but an `allOf` are laid flat."""
    members: list[SchemaNode] = []
    for member in conjuncts:
        if not isinstance(member, Schema) or member.nullable:
            members.append(member)
        elif not (said := said_by(member)):
            own = replace(own, annotations=laid_over(own.annotations, member.annotations))
        elif said == {"all_of"} and member.annotations is NO_ANNOTATIONS:
            members += member.all_of
        else:
            members.append(member)
    return own, members


def _unwrapped(own: Schema, member: SchemaNode, null: bool | None) -> SchemaNode | None:
    """The only member in place of what is nothing but a wrapper; None if it has to stay a part of it."""
    is_bare = not own.types
    if isinstance(member, SchemaRef):
        is_plain = is_bare and null is None and own.annotations is NO_ANNOTATIONS
        return SchemaRef(member.target, member.text, own.location) if is_plain else None
    if member.identity is not NO_IDENTITY or (null is None and not is_bare):
        return None
    inner = member if is_bare else with_types(member, own.types)
    if inner.never or inner.enum == ():
        return None
    found = normal_form(
        replace(
            inner,
            location=own.location,
            nullable=member.nullable if null is None else null,
            annotations=laid_over(own.annotations, member.annotations),
            keywords=joined_keywords(own.keywords, member.keywords),
        )
    )
    if found.all_of and (found.objects, found.arrays) != (member.objects, member.arrays):
        # What kept the parts apart may have been `unevaluated…`, which the types left no value to apply to.
        return combined(replace(found, all_of=(), nullable=False), found.all_of, nullable=found.nullable)
    return found


def _absorbed(own: Schema, members: Sequence[SchemaNode], null: bool | None) -> tuple[Schema, list[SchemaNode]]:
    """The schema with what it can take over from its members, the last first, and the members that are left.

    Where nobody knows yet whether null is allowed, what allows it stays apart.
    """
    rest: list[SchemaNode] = []
    apart: list[SchemaNode] = []
    if null is None and own.nullable:
        apart.append(Schema(own.location, own.types, True, own.enum, type_order=own.type_order))
        own = replace(own, types=frozenset(), nullable=False, enum=None)
    for member in reversed(members):
        taken = None if isinstance(member, SchemaRef) or (null is None and member.nullable) else _taken(own, member)
        if taken is None:
            rest.append(member)
        else:
            own = taken
    return own, [*apart, *reversed(rest)]


def _taken(own: Schema, member: Schema) -> Schema | None:
    """The schema with what a member says, which has no annotations; None if the two do not fit into one."""
    said = said_by(member)
    if member.annotations is not NO_ANNOTATIONS or said & said_by(own) & _ABSORBED:
        return None
    if said <= {"types", "enum"}:
        narrowed = with_types(own, member.types) if member.enum is None else with_values(own, member.enum)
        if narrowed.never or narrowed.enum == ():
            return None  # a contradiction, which whoever looks at the parts reports
        own = replace(narrowed, type_order=own.type_order or member.type_order)
    elif len(said) == 1 and said <= _ABSORBED:
        own = replace(
            own,
            any_of=member.any_of or own.any_of,
            one_of=member.one_of or own.one_of,
            negated=own.negated if member.negated is None else member.negated,
            conditional=member.conditional or own.conditional,
        )
    else:
        return None
    return replace(own, keywords=joined_keywords(own.keywords, member.keywords))


def with_types(schema: Schema, types: frozenset[str]) -> Schema:
    """The schema for values of these types only, of which there is at least one."""
    if not schema.types and schema.enum is None:
        return replace(schema, types=types)
    if schema.enum is not None:
        values = tuple(each for each in schema.enum if _is_of(json_type(each.value), types))
        return replace(schema, enum=values)
    both = {name for name in schema.types if _is_of(name, types)} | {
        name for name in types if _is_of(name, schema.types)
    }
    return replace(schema, types=plain_types(both)) if both else replace(schema, never=True)


def with_values(schema: Schema, values: Sequence[EnumValue]) -> Schema:
    """The schema for these values only."""
    kept = [each for each in values if not schema.types or _is_of(json_type(each.value), schema.types)]
    if schema.enum is not None:
        known = {each.key for each in schema.enum}
        kept = [each for each in kept if each.key in known]
    return replace(schema, enum=tuple(kept))


def _is_of(name: str, types: frozenset[str]) -> bool:
    return name in types or (name == "integer" and "number" in types)


def laid_over(outer: Annotations, inner: Annotations) -> Annotations:
    """What a schema says of itself, then what the one schema that it wraps says."""
    if inner is NO_ANNOTATIONS:
        return outer
    if outer is NO_ANNOTATIONS:
        return inner
    return Annotations(
        title=outer.title or inner.title,
        description=outer.description or inner.description,
        default=inner.default if outer.default is MISSING else outer.default,
        examples=outer.examples or inner.examples,
        deprecated=outer.deprecated or inner.deprecated,
        read_only=outer.read_only or inner.read_only,
        write_only=outer.write_only or inner.write_only,
        name=outer.name or inner.name,
        external_docs=outer.external_docs or inner.external_docs,
        comment=outer.comment or inner.comment,
        xml=inner.xml if outer.xml is None else outer.xml,
        extensions={**inner.extensions, **outer.extensions},
    )
