"""Which schemas of responses hold objects that a schema of requests takes as well, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from nemogen.canonical import ANYTHING, CanonicalSchema
from nemogen.names import words

_SHARED: Final = 2
"""The fewest properties that two interchangeable objects have in common: one (`name`, `id`) is not enough."""

_DEEPEST: Final = 20
"""Schemas inside each other after which two of them count as having values in common."""

_ROLES: Final = frozenset(
    {"answer", "answered", "body", "create", "created", "dto", "in", "input", "model", "new", "out", "output",
     "param", "params", "payload", "read", "req", "request", "res", "response", "result", "returned", "schema",
     "sent", "update", "view"}
)  # fmt: skip
"""Words of a name that say which way an object goes, not what it is."""

_ANY_NOUN: Final = frozenset(
    {"array", "block", "body", "choice", "config", "content", "data", "detail", "details", "element", "entity",
     "entry", "field", "group", "info", "item", "kind", "list", "metadata", "node", "object", "option", "options",
     "page", "part", "parts", "properties", "record", "resource", "response", "result", "set", "settings", "source",
     "spec", "state", "status", "summary", "type", "value", "values"}
)  # fmt: skip
"""Last words of names that say too little: an `OrderItem` and a `MenuItem` have nothing to do with each other."""

_JSON_TYPES: Final = {str: "string", bool: "boolean", int: "integer", float: "number", dict: "object", list: "array"}


class Interchangeable:
    """Which schemas have values in common; two components are compared once. `wanted` are those that objects are to
    stand for."""

    def __init__(self, schemas: Mapping[str, CanonicalSchema], wanted: Iterable[str]) -> None:
        self._schemas = schemas
        self._wanted: dict[str | tuple[str, str], list[str]] = {}
        for name in wanted:
            for sign in self._signs(name):
                self._wanted.setdefault(sign, []).append(name)
        self._told: dict[tuple[str, str], dict[str, list[str]]] = {}
        """By noun and required property, the wanted components of that noun by the one text that it has in each."""
        self._apart: set[tuple[str, str]] = set()
        self._met: set[tuple[str, str]] = set()

    def pairs(self, given: str, wanted: str) -> frozenset[tuple[str, str]]:
        """Two components, and all pairs of those inside that meet, where objects of `given` stand for `wanted`.

        Empty if they do not: an object may lack what is required, hold what is refused, or be another thing that
        looks alike, for neither its name nor a constant says what it is.
        """
        theirs, ours = self._properties(given), self._properties(wanted)
        if len(theirs.keys() & ours.keys()) < _SHARED or not self._are_one_thing(given, wanted):
            return frozenset()
        # What is being compared counts as true meanwhile, for components refer to themselves. What is false then is
        # false for good; what is true is so only where no new falsehood was found on the way.
        while True:
            known = len(self._apart)
            self._met = set()
            if not self._components_overlap(given, wanted, 0):
                return frozenset()
            if len(self._apart) == known:
                return frozenset(self._met)

    def meant(self, given: str) -> frozenset[str]:
        """Those of the wanted components that objects of `given` stand for.

        Where constants distinguish these, and `given` leaves that property open (the response's `role` is any text, and
        each message of a request has its own), it is the one with most of the properties.
        """
        likely = dict.fromkeys(name for sign in self._signs(given) for name in self._signed(sign, given))
        found = [name for name in likely if self.pairs(given, name)]
        differing = {
            name: frozenset(key for key, _ in self._constants(name) - self._constants(given)) for name in found
        }
        shared = {name: len(self._properties(given).keys() & self._properties(name).keys()) for name in found}
        return frozenset(
            name
            for name in found
            if not any(differing[name] & differing[other] and shared[other] > shared[name] for other in found)
        )

    def _signed(self, sign: str | tuple[str, str], given: str) -> list[str]:
        """The wanted components with a sign of `given`; of many with one noun, those that no text tells from it."""
        found = self._wanted.get(sign, [])
        key = next((each for each in self._schemas[given].required if self._text_of(given, each)), "")
        if not isinstance(sign, str) or not key:
            return found
        if (sign, key) not in self._told:
            told = self._told[sign, key] = {}
            for name in found:
                text = self._text_of(name, key) if key in self._schemas[name].required else ""
                told.setdefault(text, []).append(name)
        told = self._told[sign, key]
        return [*told.get("", ()), *told.get(self._text_of(given, key), ())]

    def _text_of(self, name: str, key: str) -> str:
        """The one text that a property may be, as source; empty for any other property."""
        values = self._schemas[name].properties.get(key, ANYTHING).enum
        return repr(values[0]) if len(values) == 1 and isinstance(values[0], str) else ""

    def _properties(self, name: str) -> Mapping[str, CanonicalSchema]:
        return self._schemas[name].properties

    def _signs(self, name: str) -> list[str | tuple[str, str]]:
        """What two components have in common if they are one thing: the last word of the name, or a constant."""
        return [*_nouns(name)[-1:], *sorted(self._constants(name))]

    def _are_one_thing(self, given: str, wanted: str) -> bool:
        return _are_alike(given, wanted) or bool(self._constants(given) & self._constants(wanted))

    def _constants(self, name: str) -> set[tuple[str, str]]:
        """The required properties that have one value: they identify the kind of an object."""
        schema = self._schemas[name]
        named = ((key, schema.properties[key]) for key in schema.required)
        return {(key, repr(each.enum)) for key, each in named if len(each.enum) == 1}

    def _components_overlap(self, given: str, wanted: str, depth: int) -> bool:
        pair = (given, wanted)
        if pair in self._apart or pair in self._met:
            return pair not in self._apart
        self._met.add(pair)
        if not self._overlap(self._schemas[given], self._schemas[wanted], depth + 1):
            self._met.discard(pair)
            self._apart.add(pair)
        return pair not in self._apart

    def _overlap(self, given: CanonicalSchema, wanted: CanonicalSchema, depth: int) -> bool:
        """Whether some value is valid for both schemas. True if that cannot be decided."""
        names = given.reference, wanted.reference
        if depth > _DEEPEST or (names[0] is not None and names[0] == names[1]):
            return True
        if names[0] and names[1]:
            return self._components_overlap(names[0], names[1], depth)
        theirs, ours = (
            self._schemas[name] if name else each for name, each in zip(names, (given, wanted), strict=True)
        )
        for schema in (theirs, ours):
            if schema.any_of:
                # All of them are compared, so that all pairs of components are met.
                others = [(each, ours) if schema is theirs else (theirs, each) for each in schema.any_of]
                found = [self._overlap(one, other, depth + 1) for one, other in others]
                return any(found)
        return self._overlap(theirs, ours, depth + 1) if any(names) else self._values_overlap(theirs, ours, depth)

    def _values_overlap(self, given: CanonicalSchema, wanted: CanonicalSchema, depth: int) -> bool:
        """The same for schemas that are neither references nor unions."""
        if given.enum and wanted.enum:
            return any(value in wanted.enum for value in given.enum)
        kinds = _types(given), _types(wanted)
        if kinds[0] and kinds[1] and not kinds[0] & kinds[1]:
            return False
        if given.is_list and wanted.is_list and given.items is not None and wanted.items is not None:
            return self._overlap(given.items, wanted.items, depth + 1)
        return self._objects_overlap(given, wanted, depth)

    def _objects_overlap(self, given: CanonicalSchema, wanted: CanonicalSchema, depth: int) -> bool:
        """Whether each object has what the other requires, and properties of one name have values in common."""
        theirs, ours = given.properties, wanted.properties
        if theirs and ours and not (_required(given) <= ours.keys() and _required(wanted) <= _required(given)):
            return False
        if wanted.is_closed and not theirs.keys() <= ours.keys():
            return False
        more, others = given.additional, wanted.additional
        pairs = [(theirs[key], ours.get(key, others)) for key in theirs] + [(more, others)]
        pairs += [(more, ours[key]) for key in ours.keys() - theirs.keys()]
        found = ((one, other) for one, other in pairs if one is not None and other is not None)
        return all(self._overlap(one, other, depth + 1) for one, other in found)


def _required(schema: CanonicalSchema) -> set[str]:
    return set(schema.required)


def _are_alike(given: str, wanted: str) -> bool:
    """Whether two names of classes mean one thing: `Owner` and `OwnerResponse`, `UserMessage` and `ChatMessage`."""
    theirs, ours = _nouns(given), _nouns(wanted)
    return bool(theirs and ours) and (theirs == ours or (theirs[-1] == ours[-1] and theirs[-1] not in _ANY_NOUN))


def _nouns(name: str) -> list[str]:
    """The words of a name that say what an object is."""
    return [word for word in words(name) if word not in _ROLES and not word.isdigit()]


def _types(schema: CanonicalSchema) -> frozenset[str]:
    """The types of JSON that a schema names, an integer being a number too; none where it takes any value."""
    named = {_JSON_TYPES.get(type(value), "null") for value in schema.enum} if schema.enum else {schema.type}
    found = frozenset(str(each) for each in named if each)
    return found | {"number"} if "integer" in found else found
