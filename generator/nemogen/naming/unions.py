"""Unions of schemas that are canonical themselves: flat, each branch once, null apart from the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nemogen import pointer
from nemogen.document import Json, JsonObject
from nemogen.naming.reading import NAME
from nemogen.naming.references import COMPONENTS
from nemogen.naming.shape import PROSE, digest
from nemogen.schema_tree import NULL


def flat(found: Sequence[dict[str, Any]], declared: Json = None) -> dict[str, Any]:
    """The union of `found`, of which there is at least one; `declared` is the spec's discriminator.

    A branch that takes any value makes the union take any.
    """
    branches: list[dict[str, Any]] = []
    for branch in found:
        inner = branch.get("anyOf")
        branches.extend(inner if inner and not branch.keys() & {"discriminator", NAME} else [branch])
    ordered = distinct(branches)
    if any(not branch.keys() - PROSE for branch in ordered):
        return {}
    rest = [branch for branch in ordered if not is_null(branch)]
    result: dict[str, Any] = dict(rest[0]) if len(rest) == 1 else {"anyOf": rest} if rest else dict(NULL)
    if len(rest) > 1:
        result |= _discriminator(declared)
    return or_null(result) if len(rest) < len(ordered) and rest else result


def distinct(branches: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """`branches`, the first of each shape."""
    first = {digest(branch): branch for branch in reversed(branches)}
    return list(reversed(first.values()))


def _discriminator(declared: Json) -> dict[str, Any]:
    """The property that the spec says tells the branches apart, and the values that it gives for each target."""
    if not isinstance(declared, Mapping) or not isinstance(declared.get("propertyName"), str):
        return {}
    given = declared.get("mapping")
    mapping: dict[str, list[str]] = {}
    for value, target in given.items() if isinstance(given, Mapping) else ():
        if isinstance(target, str):
            at = target if target.startswith("#") else f"#{pointer.join(COMPONENTS, target)}"
            mapping.setdefault(at, []).append(str(value))
    return {"discriminator": {"propertyName": declared["propertyName"], "mapping": mapping}}


def is_null(schema: JsonObject) -> bool:
    """Whether null is all that a canonical schema takes."""
    return schema.get("type") == "null"


def or_null(schema: JsonObject) -> dict[str, Any]:
    """`schema`, or null: the one form of it that both engines read right in every mode."""
    if is_null(schema):
        return dict(schema)
    branches = schema.get("anyOf")
    if branches is not None and "discriminator" not in schema:
        return dict(schema) if any(map(is_null, branches)) else {**schema, "anyOf": [*branches, dict(NULL)]}
    prose = {key: value for key, value in schema.items() if key in PROSE}
    return {"anyOf": [{key: value for key, value in schema.items() if key not in PROSE}, dict(NULL)], **prose}
