"""`allOf` merged into one schema: neither engine reads it as more than inheritance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nemogen import pointer
from nemogen.document import Json, JsonObject
from nemogen.naming.bounds import is_number
from nemogen.naming.references import Target

_TIGHTER = {
    "minimum": max, "exclusiveMinimum": max, "minLength": max, "minItems": max,
    "maximum": min, "exclusiveMaximum": min, "maxLength": min, "maxItems": min,
}  # fmt: skip
_OF_THE_MEMBER = {"title", "description", "x-nemogen-name"}
"""What a referenced member says of itself, not of the whole."""

_OF_UNIONS = {"oneOf", "anyOf", "discriminator"}

_LONGEST_CHAIN = 50

Resolver = Callable[[Json], Target | None]


@dataclass(frozen=True, slots=True)
class Merged:
    """One schema that says what all members said, and what could not be taken in."""

    schema: dict[str, Any]
    problems: tuple[str, ...]


def all_of(members: Iterable[Json], beside: JsonObject, resolve: Resolver, at: str = "") -> Merged:
    """Merges `members` and the keywords that stand beside the `allOf` (which win where only one can).

    `at` is the pointer of the schema with the `allOf`.
    """
    problems: list[str] = []
    merged: dict[str, Any] = {}
    for member in members:
        merged = _both(merged, _open(member, resolve, (at,), problems), problems)
    return Merged(_both(merged, dict(beside), problems), tuple(problems))


def extends(schema: Json, at: str) -> bool:
    """Whether `schema` is an `allOf` of the schema at `at`."""
    return isinstance(schema, Mapping) and _leads_to(schema, "allOf", at)


def _leads_to(schema: JsonObject, keyword: str, at: str) -> bool:
    """Whether one of the members of a list of schemas is a reference to `at`."""
    found = schema.get(keyword)
    references = (
        (member.get("$ref") for member in found if isinstance(member, Mapping)) if isinstance(found, list) else ()
    )
    return any(isinstance(each, str) and pointer.from_fragment(each) == at for each in references)


def _open(member: Json, resolve: Resolver, seen: tuple[str, ...], problems: list[str]) -> dict[str, Any]:
    """`member` with its references and its own `allOf` put in place."""
    if not isinstance(member, Mapping):
        problems.append("a member of `allOf` is no schema: left out")
        return {}
    if "$ref" in member:
        target = resolve(member["$ref"])
        if target is None or target.at in seen or len(seen) >= _LONGEST_CHAIN:
            why = "leads nowhere" if target is None else "contains itself" if target.at in seen else "leads too far"
            problems.append(f"the member `{member['$ref']}` of `allOf` {why}: left out")
            return {}
        own = {key: value for key, value in target.schema.items() if key not in _OF_THE_MEMBER}
        if any(_leads_to(own, keyword, at) for at in seen for keyword in ("oneOf", "anyOf")):
            # A parent that names its children, each of which is an `allOf` of the parent: the child is meant alone.
            own = {key: value for key, value in own.items() if key not in _OF_UNIONS}
        return _open(own, resolve, (*seen, target.at), problems)
    inner = member.get("allOf")
    opened: dict[str, Any] = {}
    for each in inner if isinstance(inner, list) else ():
        opened = _both(opened, _open(each, resolve, seen, problems), problems)
    return _both(opened, {key: value for key, value in member.items() if key != "allOf"}, problems)


def _both(first: dict[str, Any], second: dict[str, Any], problems: list[str]) -> dict[str, Any]:
    """What satisfies both: properties together, requirements together, the tighter bound; else the second wins."""
    result = {**first, **second}
    for key in first.keys() & second.keys():
        if first[key] != second[key]:
            result[key] = _of_both(key, first[key], second[key], problems)
    return result


def _of_both(key: str, first: Json, second: Json, problems: list[str]) -> Json:
    """The value of one keyword that satisfies two unequal ones."""
    lists = isinstance(first, list) and isinstance(second, list)
    if key == "properties" and isinstance(first, Mapping) and isinstance(second, Mapping):
        return _properties(first, second)
    if key == "required" and lists:
        return first + [name for name in second if name not in first]
    if key in {"enum", "type"} and lists:
        return [value for value in first if value in second] or second
    if key in _TIGHTER and is_number(first) and is_number(second):
        return _TIGHTER[key](first, second)
    if key in {"oneOf", "anyOf"}:
        problems.append(f"two members of `allOf` have an `{key}` each: the last one is taken")
    elif key == "type":
        problems.append(f"two members of `allOf` are {first!r} and {second!r}: the last one is taken")
    return second


def _properties(first: JsonObject, second: JsonObject) -> dict[str, Any]:
    shared = {
        name: _conjunction(first[name], second[name])
        for name in second
        if name in first and first[name] != second[name]
    }
    return {**first, **second, **shared}


def _conjunction(*schemas: Json) -> dict[str, Any]:
    """The `allOf` of schemas, each member once: what is merged again and again comes to an end."""
    members: list[Json] = []
    for schema in schemas:
        is_plain = isinstance(schema, Mapping) and schema.keys() == {"allOf"} and isinstance(schema["allOf"], list)
        members += [each for each in (schema["allOf"] if is_plain else [schema]) if each not in members]
    return {"allOf": members}
