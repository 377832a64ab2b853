"""Whether a schema allows null: yes, no, or None if that depends on schemas that are not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from nemogen.openapi.schema import Conditional, Schema, SchemaNode, SchemaRef

OfReference: TypeAlias = Callable[[SchemaRef], "bool | None"]
"""Tells whether what a reference leads to allows null."""

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


class ReferenceNulls:
    """Whether null is valid for the targets of references: each is visited once, however many cycles it is part of.

    What a schema says of itself in a cycle is unknown. That null is allowed, or is not, holds whatever is unknown; what
    stays unknown inside a cycle may be known once the whole cycle is.
    """

    def __init__(self, resolve: Callable[[SchemaNode], Schema]) -> None:
        self._resolve = resolve
        self._known: dict[int, tuple[Schema, bool | None]] = {}
        self._unsure: dict[int, Schema] = {}
        self._open: set[int] = set()

    def admits_null(self, node: SchemaNode) -> bool | None:
        """Whether null is valid for a schema, or for what a reference leads to."""
        schema = self._resolve(node)
        key = id(schema)
        if key in self._known:
            return self._known[key][1]
        if key in self._open or key in self._unsure or len(self._open) > _DEEPEST:
            return None
        self._open.add(key)
        found = admits_null(schema, self.admits_null)
        self._open.discard(key)
        if not self._open:
            self._unsure.clear()
        if found is not None or not self._open:
            self._known[key] = schema, found
        else:
            self._unsure[key] = schema
        return found


def admits_null(node: SchemaNode, of_reference: OfReference | None = None, depth: int = 0) -> bool | None:
    """Whether null is valid. A reference is unknown without `of_reference`.

    A `oneOf` is taken to allow null if any variant does: two variants with null are not meant to forbid it.
    """
    if depth > _DEEPEST:
        return None
    if isinstance(node, SchemaRef):
        return None if of_reference is None else of_reference(node)
    return node.nullable or rest_admits_null(node, of_reference, depth)


def rest_admits_null(schema: Schema, of_reference: OfReference | None = None, depth: int = 0) -> bool | None:
    """Like `admits_null`, by what a schema says beside `nullable`."""
    if schema.never or schema.enum is not None or (schema.types and "null" not in schema.types):
        return False
    return all_true(_parts_admit_null(schema, of_reference, depth + 1))


def _parts_admit_null(schema: Schema, of_reference: OfReference | None, depth: int) -> Iterator[bool | None]:
    for member in schema.all_of:
        yield admits_null(member, of_reference, depth)
    for union in (schema.any_of, schema.one_of):
        if union:
            yield any_true(admits_null(member, of_reference, depth) for member in union)
    if schema.negated is not None:
        yield _opposite(admits_null(schema.negated, of_reference, depth))
    if schema.conditional is not None:
        yield _conditional_admits_null(schema.conditional, of_reference, depth)
    if schema.identity.dynamic_target is not None:
        yield None


def _conditional_admits_null(conditional: Conditional, of_reference: OfReference | None, depth: int) -> bool | None:
    condition = admits_null(conditional.condition, of_reference, depth)
    then, otherwise = (
        way is None or admits_null(way, of_reference, depth) for way in (conditional.then, conditional.otherwise)
    )
    if condition is None:
        return then if then == otherwise else None
    return then if condition else otherwise


def _opposite(value: bool | None) -> bool | None:
    return None if value is None else not value
