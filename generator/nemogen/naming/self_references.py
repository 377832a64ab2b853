"""Components that are variants of themselves: `A: anyOf [A, string]`, also over several components.

No type of Python can be its own variant, and JSON Schema leaves the meaning undefined ("Guarding Against Infinite
Recursion"). The only reading that says anything: of components that are variants of each other, each accepts what one
of their other variants accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from nemogen.cycles import cycles
from nemogen.document import JsonObject
from nemogen.naming import unions
from nemogen.naming.shape import PROSE
from nemogen.pointer import split


def without_self_references(
    schemas: Mapping[str, JsonObject], note: Callable[[str, str, str], None]
) -> dict[str, JsonObject]:
    """`schemas` (canonical, by key), none of them a variant of itself; `note` takes rule, message and key.

    Of components that are variants of each other the first gets the other variants of all, the rest refer to it. Where
    there is no other variant but null, any value is accepted.
    """
    result = dict(schemas)
    for group in cycles({at: set(_variants(schema)) for at, schema in schemas.items()}):
        first, *others = group
        result[first] = _united([schemas[at] for at in group], group)
        result |= {at: {"$ref": f"#{first}", **_prose(schemas[at])} for at in others}
        meaning = "that variant is left out" if result[first].keys() - PROSE else "any value is accepted"
        for at in group:
            note("self-reference", f"`{split(at)[-1]}` is a variant of itself: {meaning}", at)
    return result


def _variants(schema: JsonObject) -> Iterator[str]:
    """The pointers of the components whose values are all values of `schema`."""
    if "$ref" in schema:
        yield schema["$ref"][1:]
    for branch in schema.get("anyOf", ()):
        yield from _variants(branch)


def _united(schemas: Sequence[JsonObject], group: Collection[str]) -> dict[str, Any]:
    """The first of `schemas`, with the variants of all of them that lead out of `group`."""
    others = [branch for schema in schemas for branch in _leading_out(schema, frozenset(group))]
    if all(map(unions.is_null, others)):
        return _prose(schemas[0])
    around = {key: value for key, value in schemas[0].items() if key not in {"$ref", "anyOf", "discriminator"}}
    united = unions.flat(others)
    if "discriminator" in schemas[0] and "anyOf" in united:
        united["discriminator"] = schemas[0]["discriminator"]
    return {**united, **around}


def _leading_out(schema: JsonObject, group: frozenset[str]) -> Iterator[dict[str, Any]]:
    if not group.isdisjoint(_variants(schema)):
        for branch in schema.get("anyOf", ()):
            yield from _leading_out(branch, group)
    else:
        yield dict(schema)


def _prose(schema: JsonObject) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key in PROSE}
