"""`allOf` merged into one schema: neither engine reads it as more than inheritance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.ir import Json, JsonObject
from generator.spec.references import Target

_TIGHTER = {
    "minimum": max, "exclusiveMinimum": max, "minLength": max, "minItems": max,
    "maximum": min, "exclusiveMaximum": min, "maxLength": min, "maxItems": min,
}  # fmt: skip
_MARK = "x-nemogen-name"

Resolver = Callable[[str], Target | None]


@dataclass(frozen=True, slots=True)
class Merged:
    """One schema that says what all members said, and what could not be taken in."""

    schema: dict[str, Any]
    problems: tuple[str, ...]


def all_of(members: Iterable[Json], beside: JsonObject, resolve: Resolver) -> Merged:
    """Merges `members` and the keywords that stand beside the `allOf` (which win where only one can)."""
    problems: list[str] = []
    merged: dict[str, Any] = {}
    for member in members:
        merged = _both(merged, _open(member, resolve, frozenset(), problems), problems)
    return Merged(_both(merged, dict(beside), problems), tuple(problems))


def _open(member: Json, resolve: Resolver, seen: frozenset[str], problems: list[str]) -> dict[str, Any]:
    """`member` with its references and its own `allOf` put in place."""
    if not isinstance(member, Mapping):
        problems.append("a member of `allOf` is no schema: left out")
        return {}
    if "$ref" in member:
        target = resolve(member["$ref"])
        if target is None or target.at in seen:
            why = "contains itself" if target else "leads nowhere"
            problems.append(f"the member `{member['$ref']}` of `allOf` {why}: left out")
            return {}
        own = {key: value for key, value in target.schema.items() if key not in {"title", "description", _MARK}}
        return _open(own, resolve, seen | {target.at}, problems)
    opened = {key: value for key, value in member.items() if key != "allOf"}
    for inner in member.get("allOf") or ():
        opened = _both(_open(inner, resolve, seen, problems), opened, problems)
    return opened


def _both(first: dict[str, Any], second: dict[str, Any], problems: list[str]) -> dict[str, Any]:
    """What satisfies both: properties together, requirements together, the tighter bound; else the second wins."""
    result = {**first, **second}
    if "properties" in first and "properties" in second:
        result["properties"] = _properties(first["properties"], second["properties"])
    if "required" in first and "required" in second:
        result["required"] = list(dict.fromkeys([*first["required"], *second["required"]]))
    if "enum" in first and "enum" in second:
        result["enum"] = [value for value in first["enum"] if value in second["enum"]] or second["enum"]
    for key, tighter in _TIGHTER.items():
        if key in first and key in second:
            result[key] = tighter(first[key], second[key])
    problems.extend(
        f"two members of `allOf` have an `{union}` each: the last one is taken"
        for union in ("oneOf", "anyOf")
        if union in first and union in second and first[union] != second[union]
    )
    return result


def _properties(first: JsonObject, second: JsonObject) -> dict[str, Any]:
    shared = {
        name: {"allOf": [first[name], second[name]]} for name in second if name in first and first[name] != second[name]
    }
    return {**first, **second, **shared}
