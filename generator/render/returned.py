"""Objects of answers that a request takes too: a caller may send them back as they came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from generator.ir import Direction, Document, Json, JsonObject
from generator.render.reach import reached
from generator.schema_tree import admits_null, component

Kin: TypeAlias = Mapping[str, tuple[str, ...]]
"""By component of requests, the components of answers alone whose objects can stand in its place."""

_SHARED: Final = 2
"""Properties that two objects have in common at the least: one alone (`name`, `id`) makes no kinship."""

_DEEPEST: Final = 20
"""References that are followed before two schemas count as having values in common."""

_JSON_TYPES: Final = {str: "string", bool: "boolean", int: "integer", float: "number", dict: "object", list: "array"}


def kin_of(document: Document) -> Kin:
    """What can be sent back, in the place of what."""
    sent, answered = reached(document, Direction.REQUEST), reached(document, Direction.RESPONSE)
    alone = [name for name in document.schemas if name in answered - sent]
    kinship = _Kinship(document.schemas)
    kin = {
        name: tuple(each for each in alone if kinship.stands_for(each, name))
        for name in document.schemas
        if name in sent
    }
    return {name: classes for name, classes in kin.items() if classes}


def nullable_when_returned(document: Document, kin: Kin) -> dict[str, tuple[str, ...]]:
    """By component of answers that may stand in a request, its properties for which the request takes null."""
    schemas = document.schemas
    wanted: dict[str, list[str]] = {}
    for name, classes in kin.items():
        for each in classes:
            wanted.setdefault(each, []).append(name)
    return {
        each: tuple(
            key for key in schemas[each]["properties"] if any(_takes_null(schemas, name, key) for name in names)
        )
        for each, names in sorted(wanted.items())
    }


def _takes_null(schemas: Mapping[str, JsonObject], name: str, key: str) -> bool:
    properties = schemas[name]["properties"]
    return key in properties and admits_null(properties[key], schemas)


class _Kinship:
    """Which schemas have values in common; two components are compared once."""

    def __init__(self, schemas: Mapping[str, JsonObject]) -> None:
        self._schemas = schemas
        self._known: dict[tuple[str, str], bool] = {}

    def stands_for(self, given: str, wanted: str) -> bool:
        """Whether objects of `given` have all that `wanted` requires, and nothing of theirs is always refused."""
        theirs, ours = self._schemas[given], self._schemas[wanted]
        shared = theirs.get("properties", {}).keys() & ours.get("properties", {}).keys()
        required = set(ours.get("required", ()))
        return (
            len(shared) >= _SHARED
            and required <= set(theirs.get("required", ()))
            and self._components_overlap(given, wanted, 0)
        )

    def _components_overlap(self, given: str, wanted: str, depth: int) -> bool:
        """Whether objects of both have values in common; while that is found out, it counts as true (recursion)."""
        pair = (given, wanted)
        if pair not in self._known:
            self._known[pair] = True
            self._known[pair] = self._overlap(self._schemas[given], self._schemas[wanted], depth + 1)
        return self._known[pair]

    def _overlap(self, given: JsonObject, wanted: JsonObject, depth: int) -> bool:
        """Whether some value is one of both schemas."""
        names = component(given), component(wanted)
        if depth > _DEEPEST or (names[0] is not None and names[0] == names[1]):
            return True
        if names[0] and names[1]:
            return self._components_overlap(names[0], names[1], depth)
        theirs, ours = (
            self._schemas[name] if name else each for name, each in zip(names, (given, wanted), strict=True)
        )
        if "anyOf" in theirs or any(names):
            return any(self._overlap(each, ours, depth + 1) for each in theirs.get("anyOf", (theirs,)))
        if "anyOf" in ours:
            return any(self._overlap(theirs, each, depth + 1) for each in ours["anyOf"])
        return self._values_overlap(theirs, ours, depth)

    def _values_overlap(self, given: JsonObject, wanted: JsonObject, depth: int) -> bool:
        """The same for schemas that are neither references nor unions."""
        if "enum" in given and "enum" in wanted:
            return any(value in wanted["enum"] for value in given["enum"])
        kinds = _types(given), _types(wanted)
        if kinds[0] and kinds[1] and not kinds[0] & kinds[1]:
            return False
        if "items" in given and "items" in wanted:
            return self._overlap(given["items"], wanted["items"], depth + 1)
        theirs, ours = given.get("properties", {}), wanted.get("properties", {})
        return all(self._overlap(theirs[key], ours[key], depth + 1) for key in theirs.keys() & ours.keys())


def _types(schema: JsonObject) -> frozenset[str]:
    """The types of JSON that a schema names, an integer being a number too; none where it takes any value."""
    named = {_json_type(value) for value in schema["enum"]} if "enum" in schema else {schema.get("type")}
    found = frozenset(str(each) for each in named if each)
    return found | {"number"} if "integer" in found else found


def _json_type(value: Json) -> str:
    return _JSON_TYPES.get(type(value), "null")
