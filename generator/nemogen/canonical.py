"""Canonical schemas: the few forms of a schema that classes and signatures are written from, as frozen nodes.

`naming` makes them of the typed document, names them, and hands them to `client`. A node is one of: a reference to a
component, a scalar, an array, a tuple (items by position), an object, a union (null last), or any value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Final, TypeAlias

from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue

Number: TypeAlias = "int | float"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a number, the length of a text, and the items of an array are limited by."""

    minimum: Number | None = None
    maximum: Number | None = None
    exclusive_minimum: Number | None = None
    exclusive_maximum: Number | None = None
    multiple_of: Number | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None


NO_BOUNDS: Final = Bounds()


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property that distinguishes the variants of a union, and the component that each of its values stands for."""

    property_name: str
    mapping: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NamingFacts:
    """What naming needs to know of a schema; a Document has none of it.

    `name` is the schema's name in an overlay, `title` that in the document if it can name a class, `pointer` the
    location of an object or a union. `read_only` and `write_only` are the properties that a request, or a response,
    lacks. `is_request_view` marks what requests send where responses have another schema of the same noun. `referred`
    is the location of a reference that a schema was written in place of.
    """

    name: str = ""
    title: str = ""
    pointer: str = ""
    read_only: tuple[str, ...] = ()
    write_only: tuple[str, ...] = ()
    is_request_view: bool = False
    referred: str = ""

    def beneath(self, outer: NamingFacts) -> NamingFacts:
        """These facts, overridden by those of `outer`, a schema around this one that means the same."""
        return NamingFacts(
            outer.name or self.name,
            outer.title or self.title,
            outer.pointer or self.pointer,
            outer.read_only or self.read_only,
            outer.write_only or self.write_only,
            outer.is_request_view or self.is_request_view,
            outer.referred or self.referred,
        )


NO_FACTS: Final = NamingFacts()
_NO_PROPERTIES: Final[Mapping[str, CanonicalSchema]] = {}  # annotations are not evaluated


@dataclass(frozen=True, slots=True, kw_only=True)
class CanonicalSchema:
    """One schema. Its kind follows from the first of these that is set: `reference` (to a component by its key; by
    its final name in a Document), `any_of`, `enum`, `prefix_items`, `type`; a node with none of them takes any value.

    An array has `items`, a tuple too where more may follow. An object has `properties`, `additional` (the schema of all
    others) or neither; `is_closed` says that it takes no others, which changes neither its name nor its shape. `sunset`
    is the day that goes with `deprecated`, "" if the spec names none; like prose, it makes no schema another one.
    """

    reference: str | None = None
    type: str | None = None
    enum: tuple[JsonValue, ...] = ()
    format: str = ""
    bounds: Bounds = NO_BOUNDS
    items: CanonicalSchema | None = None
    prefix_items: tuple[CanonicalSchema, ...] | None = None
    properties: Mapping[str, CanonicalSchema] = field(default_factory=lambda: _NO_PROPERTIES)
    required: tuple[str, ...] = ()
    additional: CanonicalSchema | None = None
    is_closed: bool = False
    any_of: tuple[CanonicalSchema, ...] = ()
    discriminator: Discriminator | None = None
    description: str = ""
    default: JsonValue = None
    deprecated: bool = False
    sunset: str = field(default="", compare=False)
    facts: NamingFacts = NO_FACTS

    @property
    def is_null(self) -> bool:
        """Whether null is all that the schema takes."""
        return self.type == "null"

    @property
    def is_list(self) -> bool:
        """Whether it is an array whose items are all of one schema, `items`."""
        return self.type == "array" and self.prefix_items is None

    @property
    def says_nothing(self) -> bool:
        """Whether it takes any value, and has nothing but prose."""
        is_anything = self.reference is None and self.type is None and not (self.any_of or self.enum)
        return is_anything and self.default is None and self.facts == NO_FACTS

    def parts(self) -> Iterator[CanonicalSchema]:
        """The schemas directly inside this one."""
        yield from self.properties.values()
        yield from self.prefix_items or ()
        if self.items is not None:
            yield self.items
        if self.additional is not None:
            yield self.additional
        yield from self.any_of

    def with_parts(self, change: Change) -> CanonicalSchema:
        """This schema with `change` of each schema directly inside it; itself if none of them changes."""
        if self.properties:
            properties = {name: change(part) for name, part in self.properties.items()}
            additional = change(self.additional) if self.additional is not None else None
            if additional is self.additional and all(
                properties[name] is part for name, part in self.properties.items()
            ):
                return self
            return replace(self, properties=properties, additional=additional)
        if self.any_of:
            variants = tuple(map(change, self.any_of))
            return self if _are_same(variants, self.any_of) else replace(self, any_of=variants)
        if self.prefix_items is not None:
            rest = change(self.items) if self.items is not None else None
            first = tuple(map(change, self.prefix_items))
            is_same = rest is self.items and _are_same(first, self.prefix_items)
            return self if is_same else replace(self, prefix_items=first, items=rest)
        if self.items is not None:
            items = change(self.items)
            return self if items is self.items else replace(self, items=items)
        if self.additional is not None:
            values = change(self.additional)
            return self if values is self.additional else replace(self, additional=values)
        return self


Change: TypeAlias = Callable[[CanonicalSchema], CanonicalSchema]

ANYTHING: Final = CanonicalSchema()
NULL: Final = CanonicalSchema(type="null")


def _are_same(ones: Iterable[CanonicalSchema], others: Iterable[CanonicalSchema]) -> bool:
    return all(one is other for one, other in zip(ones, others, strict=True))


def within(schemas: Iterable[CanonicalSchema]) -> Iterator[CanonicalSchema]:
    """`schemas` and all schemas inside them; targets of references are not entered."""
    ahead = list(schemas)
    while ahead:
        schema = ahead.pop()
        yield schema
        ahead.extend(schema.parts())


def references(schemas: Iterable[CanonicalSchema]) -> set[str]:
    """The components that `schemas` refer to themselves, at any depth."""
    return {each.reference for each in within(schemas) if each.reference is not None}


def admits_null(
    schema: CanonicalSchema, components: Mapping[str, CanonicalSchema], seen: frozenset[str] = frozenset()
) -> bool:
    """Whether null is a value of a schema whose references lead to `components`."""
    name = schema.reference
    if name is not None:
        return name in seen or name not in components or admits_null(components[name], components, seen | {name})
    if schema.any_of:
        return any(admits_null(part, components, seen) for part in schema.any_of)
    return schema.type in (None, "null") and not (schema.enum and None not in schema.enum)


@dataclass(frozen=True, slots=True, kw_only=True)
class CanonicalParameter:
    """A parameter of an operation. `style` and `explode` are None where they are those of its `in`."""

    name: str
    location_in: str
    required: bool
    schema: CanonicalSchema
    description: str = ""
    deprecated: bool = False
    style: str | None = None
    explode: bool | None = None


@dataclass(frozen=True, slots=True)
class CanonicalBody:
    """The body of a request: its schema by media type."""

    required: bool
    content: Mapping[str, CanonicalSchema]


@dataclass(frozen=True, slots=True)
class CanonicalResponse:
    """The response of one status: its schema by media type."""

    description: str
    content: Mapping[str, CanonicalSchema]
