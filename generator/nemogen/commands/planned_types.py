"""The types of models.py and params.py as their schemas say them, without the engine that writes the modules.

`client.engine_input` decides what the engine gets; here stands what the engine makes of that: its options are those of
`client.models`. A test holds both against the packages of tests/cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from nemogen.canonical import CanonicalSchema
from nemogen.client.plan import ClientPlan
from nemogen.diff.python.types import ANY, NONE, Atom, Type
from nemogen.document import JsonObject

_SCALARS: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_TEXT: Final[Type] = frozenset({Atom("str")})


@dataclass(frozen=True, slots=True)
class PlannedPackage:
    """A client before it is written: its plan, and the schemas of its two modules of types, without prose: as the
    engine gets them (`models`, `params`), and those of models as it has them from naming (`schemas`).

    `fields` are the names that fields have had, by "Class.property".

    `pointers` says where in the spec a class of models.py is defined, and a method of the client ("pets.list").
    """

    plan: ClientPlan
    schemas: Mapping[str, CanonicalSchema]
    models: Mapping[str, JsonObject]
    params: Mapping[str, JsonObject]
    pointers: Mapping[str, str]
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TypedModule:
    """One of the two modules: its name, and what it calls a list and a map."""

    name: str
    sequence: str
    mapping: str

    def type_of(self, schema: JsonObject) -> Type:
        """What a value of `schema` may be."""
        if "$ref" in schema:
            return frozenset({Atom(f".{self.name}.{class_of(schema['$ref'])}")})
        if "customTypePath" in schema:
            return frozenset({Atom(_inside(str(schema["customTypePath"])))})
        if "anyOf" in schema:
            return frozenset[Atom]().union(*map(self.type_of, schema["anyOf"]))
        if "enum" in schema:
            return frozenset(NONE if each is None else Atom(repr(each), literal=_kind(each)) for each in schema["enum"])
        kinds = schema.get("type")
        if kinds is None:
            return ANY
        return frozenset(self._atom(kind, schema) for kind in ([kinds] if isinstance(kinds, str) else kinds))

    def _atom(self, kind: str, schema: JsonObject) -> Atom:
        if kind == "null":
            return NONE
        if "prefixItems" in schema:
            return self._tuple(schema["prefixItems"])
        if kind == "array":
            items = schema.get("items")
            return Atom(self.sequence, (self.type_of(items) if isinstance(items, Mapping) else ANY,))
        if kind == "object":
            values = schema.get("additionalProperties")
            return Atom(self.mapping, (_TEXT, self.type_of(values) if isinstance(values, Mapping) else ANY))
        return Atom(_SCALARS[kind])

    def _tuple(self, items: list[JsonObject]) -> Atom:
        """A tuple as `client.tuples` writes it: the mark, then the mark again or what any further items are."""
        mark, rest, *first = map(self.type_of, items)
        if rest == mark:
            return Atom("tuple", tuple(first))
        (name,) = mark
        further = Atom("tuple", (rest, frozenset({Atom("...")})))
        return Atom(name.name, (*first, frozenset({Atom("*", (frozenset({further}),))})))


MODELS: Final = TypedModule("models", "list", "dict")
PARAMS: Final = TypedModule("params", "Sequence", "Mapping")


def class_of(reference: str) -> str:
    """The class that a reference to a component means."""
    return reference.rpartition("/")[2]


def _kind(value: object) -> str:
    return type(value).__name__


def _inside(dotted: str) -> str:
    """The name of a class that stands in another module of the package, without the package's own."""
    return f".{dotted}" if dotted.startswith("_runtime.") else f".{dotted.partition('.')[2]}"
