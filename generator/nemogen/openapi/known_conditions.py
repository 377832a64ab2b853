"""Takes apart `not` and `if` whose outcome is known: what they say can be said without them, by JSON Schema's text.

Source: JSON Schema 2020-12 (core, 10.2.1.4 and 10.2.2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nemogen.openapi.schema import NO_ANNOTATIONS, Conditional, Schema, SchemaNode
from nemogen.openapi.schema_unions import allows_anything, said_by


def without_known_conditions(
    schema: Schema, plain: Callable[[SchemaNode], Schema]
) -> tuple[Schema, tuple[SchemaNode, ...]]:
    """The schema without a negation and a condition that are known, and what its values have to meet instead.

    The same schema, and nothing, where neither is known. `plain` gives the view of a schema below.
    """
    found: list[SchemaNode] = []
    rest = schema
    if schema.negated is not None:
        instead = _of_negation(schema, plain(schema.negated), plain)
        rest, found = (rest, found) if instead is None else (replace(rest, negated=None), [*instead])
    if schema.conditional is not None:
        instead = _of_condition(schema, schema.conditional, plain)
        rest, found = (rest, found) if instead is None else (replace(rest, conditional=None), [*found, *instead])
    return rest, tuple(found)


def _of_negation(
    schema: Schema, negated: Schema, plain: Callable[[SchemaNode], Schema]
) -> tuple[SchemaNode, ...] | None:
    if negated.never:
        return ()
    if allows_anything(negated):
        return (Schema(schema.location, never=True),)
    if said_by(negated) == {"negated"} and negated.negated is not None and not negated.nullable:
        return (replace(plain(negated.negated), annotations=NO_ANNOTATIONS),)  # what is not not valid is valid
    return None


def _of_condition(
    schema: Schema, conditional: Conditional, plain: Callable[[SchemaNode], Schema]
) -> tuple[SchemaNode, ...] | None:
    condition = plain(conditional.condition)
    if condition.never or allows_anything(condition):
        way = conditional.otherwise if condition.never else conditional.then
        return () if way is None else (plain(way),)  # once: the text of it would be taken apart wherever it is used
    ways = [None if way is None else plain(way) for way in (conditional.then, conditional.otherwise)]
    is_open = [way is None or allows_anything(way) for way in ways]
    is_closed = [way is not None and way.never for way in ways]
    if is_open[0] and is_closed[1]:
        return (replace(condition, annotations=NO_ANNOTATIONS),)
    if is_closed[0] and is_open[1]:
        return (Schema(schema.location, negated=conditional.condition),)
    return None
