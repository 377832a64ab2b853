"""Unions of schemas that are canonical themselves: flat, each variant once, null apart from the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nemogen.document import JsonObject
from nemogen.naming.marks import NAME
from nemogen.naming.shape import PROSE, digest
from nemogen.schema_tree import NULL


def flat(found: Sequence[dict[str, Any]], declared: JsonObject | None = None) -> dict[str, Any]:
    """The union of `found`, of which there is at least one; `declared` is the discriminator: the
    property, and the tags of each reference.

    A variant that takes any value makes the union take any.
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
        result |= {"discriminator": declared} if declared is not None else {}
    return or_null(result) if len(rest) < len(ordered) and rest else result


def distinct(branches: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """`branches`, the first of each shape."""
    first = {digest(branch): branch for branch in reversed(branches)}
    return list(reversed(first.values()))


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
