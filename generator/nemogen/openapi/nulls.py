"""Whether a schema allows null: yes, no, or None where that depends on schemas that are not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from nemogen.openapi.schema import Conditional, Schema, SchemaNode, SchemaRef

Resolve: TypeAlias = Callable[[SchemaRef], Schema]
_DEEPEST: Final = 60
"""Schemas inside each other that are looked through: functions over schemas call themselves."""


def all_true(values: Iterable[bool | None]) -> bool | None:
    """ "And" over what is known: false wins, then unknown."""
    found = set(values)
    return False if False in found else None if None in found else True


def any_true(values: Iterable[bool | None]) -> bool | None:
    """ "Or" over what is known: true wins, then unknown."""
    found = set(values)
    return True if True in found else None if None in found else False


def admits_null(node: SchemaNode, resolve: Resolve | None = None, depth: int = 0) -> bool | None:
    """Whether null is valid. A reference is unknown without `resolve`.

    A `oneOf` is taken to allow null where any variant does: nobody who writes it twice means to forbid it.
    """
    if depth > _DEEPEST:
        return None
    if isinstance(node, SchemaRef):
        return None if resolve is None else admits_null(resolve(node), resolve, depth + 1)
    return node.nullable or rest_admits_null(node, resolve, depth)


def rest_admits_null(schema: Schema, resolve: Resolve | None = None, depth: int = 0) -> bool | None:
    """As `admits_null`, by what a schema says beside `nullable`."""
    if schema.never or schema.enum is not None or (schema.types and "null" not in schema.types):
        return False
    return all_true(_parts_admit_null(schema, resolve, depth + 1))


def _parts_admit_null(schema: Schema, resolve: Resolve | None, depth: int) -> Iterator[bool | None]:
    for member in schema.all_of:
        yield admits_null(member, resolve, depth)
    for union in (schema.any_of, schema.one_of):
        if union:
            yield any_true(admits_null(member, resolve, depth) for member in union)
    if schema.negated is not None:
        yield _opposite(admits_null(schema.negated, resolve, depth))
    if schema.conditional is not None:
        yield _conditional_admits_null(schema.conditional, resolve, depth)
    if schema.identity.dynamic_target is not None:
        yield None


def _conditional_admits_null(conditional: Conditional, resolve: Resolve | None, depth: int) -> bool | None:
    condition = admits_null(conditional.condition, resolve, depth)
    then, otherwise = (
        way is None or admits_null(way, resolve, depth) for way in (conditional.then, conditional.otherwise)
    )
    if condition is None:
        return then if then == otherwise else None
    return then if condition else otherwise


def _opposite(value: bool | None) -> bool | None:
    return None if value is None else not value
