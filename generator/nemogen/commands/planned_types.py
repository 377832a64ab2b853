"""The types of models.py and params.py as their schemas say them, without the modules.

`client.engine_input` decides what the models' engine gets; this module has the types that it makes of that, with the
options of `client.models`. A test holds both modules against the packages of tests/cases.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set
from dataclasses import field
from typing import Final

from nemogen.canonical import CanonicalSchema
from nemogen.client.engine_input import with_joined_enums
from nemogen.client.formats import value_type
from nemogen.client.models_input import MARK, TUPLES, VALUES, EngineInput
from nemogen.client.param_types import Params
from nemogen.client.plan import ClientPlan
from nemogen.diff.python.types import ANY, NONE, Atom, Type
from nemogen.light_dataclasses import dataclass
from nemogen.names import PARAM

_SCALARS: Final = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_TEXT: Final[Type] = frozenset({Atom("str")})
_OPEN_TUPLE: Final = f".{TUPLES}.{MARK}"


@dataclass(frozen=True, slots=True)
class PlannedPackage:
    """A client before it is written: its plan, and what its two modules of types are made of.

    `pointers` says where in the spec a class of models.py is defined, and a method of the client ("pets.list").
    `fields` are the names that fields have had, by "Class.property".
    """

    plan: ClientPlan
    models: EngineInput
    params: Params
    pointers: Mapping[str, str]
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TypedModule:
    """One of the two modules: its components, and what it calls them (with `suffix`), a list and a map.

    `classes` are the components that are classes, with the models that are accepted in their place. In those of
    `opened`, an enumeration takes new values too.
    """

    name: str
    sequence: str
    mapping: str
    suffix: str
    schemas: Mapping[str, CanonicalSchema]
    classes: Mapping[str, Collection[str]]
    opened: Set[str]

    def type_of(self, schema: CanonicalSchema, component: str) -> Type:
        """The type of a value of `schema`, which is a part of `component`."""
        if named := value_type(schema):
            return frozenset({Atom(f".{VALUES}.{named}")})
        if schema.reference is not None:
            accepted = (Atom(f".models.{each}") for each in self.classes.get(schema.reference, ()))
            return frozenset({Atom(f".{self.name}.{schema.reference}{self.suffix}"), *accepted})
        if schema.any_of:
            variants = with_joined_enums(schema.any_of)
            return frozenset[Atom]().union(*(self.type_of(each, component) for each in variants))
        if schema.enum:
            known = frozenset(NONE if each is None else Atom(repr(each), literal=_kind(each)) for each in schema.enum)
            is_open = len(schema.enum) > 1 and component in self.opened
            return known | self._plain(schema, component) if is_open else known
        return self._plain(schema, component)

    def _plain(self, schema: CanonicalSchema, component: str) -> Type:
        """The type that `type` and the schemas inside say, whatever values are enumerated."""

        def inner(part: CanonicalSchema | None) -> Type:
            return ANY if part is None else self.type_of(part, component)

        if schema.prefix_items is not None:
            first = tuple(map(inner, schema.prefix_items))
            if schema.items is None:
                return frozenset({Atom("tuple", first)})
            further = Atom("tuple", (inner(schema.items), frozenset({Atom("...")})))
            return frozenset({Atom(_OPEN_TUPLE, (*first, frozenset({Atom("*", (frozenset({further}),))})))})
        match schema.type:
            case None:
                return ANY
            case "null":
                return frozenset({NONE})
            case "array":
                return frozenset({Atom(self.sequence, (inner(schema.items),))})
            case "object":
                return frozenset({Atom(self.mapping, (_TEXT, inner(schema.additional)))})
            case scalar:
                return frozenset({Atom(_SCALARS[scalar])})


def models_of(given: EngineInput) -> TypedModule:
    """The module models.py."""
    return TypedModule("models", "list", "dict", "", given.schemas, given.classes, given.opened)


def params_of(given: Params) -> TypedModule:
    """The module params.py."""
    return TypedModule("params", "Sequence", "Mapping", PARAM, given.schemas, given.classes, frozenset())


def _kind(value: object) -> str:
    return type(value).__name__
