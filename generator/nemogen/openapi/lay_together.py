"""Merges the parts of an `allOf` into the one schema that they mean, as far as one schema can say it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import TypeAlias, TypeVar

from nemogen.errors import Location as Location
from nemogen.openapi.json_value import unique
from nemogen.openapi.keyword_locations import joined_keywords
from nemogen.openapi.schema import (
    NO_ARRAY_RULES,
    NO_NUMBER_BOUNDS,
    NO_OBJECT_RULES,
    NO_STRING_RULES,
    ArrayRules,
    Identity,
    Number,
    NumberBounds,
    ObjectRules,
    Schema,
    SchemaNode,
    StringRules,
)
from nemogen.openapi.schema_combination import with_types, with_values

Both: TypeAlias = Callable[[SchemaNode, SchemaNode], SchemaNode]
"""Gives the schema of the values that are valid for two schemas."""

_Said = TypeVar("_Said")


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Parts of an `allOf` that do not go together. `allows_nothing`: no value but null can meet them all."""

    message: str
    location: Location
    allows_nothing: bool = False


@dataclass(slots=True)
class Laying:
    """Takes parts one by one. `schema` is what they mean together, `residue` what does not fit into one schema."""

    schema: Schema
    both: Both
    contradictions: list[Contradiction] = field(default_factory=list)
    residue: list[Schema] = field(default_factory=list)

    def add(self, part: Schema) -> None:
        """Take one more part; its `all_of`, `nullable`, identifiers and annotations are left to the caller."""
        self._add_types(part)
        at, laid = part.location, self.schema
        self.schema = replace(
            laid,
            numbers=self._numbers(laid.numbers, part.numbers, at),
            strings=self._strings(laid.strings, part.strings, at),
            arrays=self._arrays(laid.arrays, part.arrays, at),
            objects=self._objects(laid.objects, part.objects),
            any_of=self._one(laid.any_of, part.any_of, Schema(at, any_of=part.any_of)),
            one_of=self._one(laid.one_of, part.one_of, Schema(at, one_of=part.one_of)),
            negated=self._one(laid.negated, part.negated, Schema(at, negated=part.negated)),
            conditional=self._one(laid.conditional, part.conditional, Schema(at, conditional=part.conditional)),
            discriminator=part.discriminator or laid.discriminator,
            never=laid.never or part.never,
            keywords=joined_keywords(part.keywords, laid.keywords),
            type_order=part.type_order or laid.type_order,
        )
        dynamic = part.identity
        if dynamic.dynamic_target is not None:
            alone = Identity(dynamic_ref=dynamic.dynamic_ref, dynamic_target=dynamic.dynamic_target)
            self.residue.append(Schema(at, identity=alone))

    def _add_types(self, part: Schema) -> None:
        """Narrow types and values; where nothing is left, those of the part are taken."""
        laid = self.schema
        if part.enum is not None:
            narrowed = with_values(laid, part.enum)
        elif part.types:
            narrowed = with_types(laid, part.types)
        else:
            return
        if narrowed.enum == () or (narrowed.never and not laid.never):
            message = "parts of an `allOf` have no type or value in common: the last is taken"
            self.contradictions.append(Contradiction(message, part.location, allows_nothing=True))
            narrowed = replace(laid, types=part.types, enum=part.enum)
        self.schema = narrowed

    def _one(self, held: _Said, theirs: _Said, alone: Schema) -> _Said:
        """What a schema has once: the first; another one stays a schema of its own."""
        if not theirs or held == theirs:
            return held
        if held:
            self.residue.append(alone)
            return held
        return theirs

    def _last(self, held: _Said, theirs: _Said, alone: Schema) -> _Said:
        """What a schema has once: the last; the one before stays a schema of its own."""
        if held and theirs and held != theirs:
            self.residue.append(alone)
        return theirs or held

    def _schemas(self, first: SchemaNode | None, second: SchemaNode | None) -> SchemaNode | None:
        if first is None or second is None:
            return second if first is None else first
        return first if first == second else self.both(first, second)

    def _named(self, first: Mapping[str, SchemaNode], second: Mapping[str, SchemaNode]) -> Mapping[str, SchemaNode]:
        if not first or not second:
            return first or second
        shared = {
            name: node if name not in first or first[name] == node else self.both(first[name], node)
            for name, node in second.items()
        }
        return {**first, **shared}

    def _numbers(self, held: NumberBounds, theirs: NumberBounds, at: Location) -> NumberBounds:
        if theirs is NO_NUMBER_BOUNDS or held is NO_NUMBER_BOUNDS:
            return held if theirs is NO_NUMBER_BOUNDS else theirs
        unit = _common_multiple(held.multiple_of, theirs.multiple_of)
        if unit is None and theirs.multiple_of is not None:
            unit = held.multiple_of
            self.residue.append(Schema(at, numbers=NumberBounds(multiple_of=theirs.multiple_of)))
        return NumberBounds(
            _highest(held.minimum, theirs.minimum),
            _lowest(held.maximum, theirs.maximum),
            _highest(held.exclusive_minimum, theirs.exclusive_minimum),
            _lowest(held.exclusive_maximum, theirs.exclusive_maximum),
            unit,
            self._last(held.format, theirs.format, Schema(at, numbers=NumberBounds(format=held.format))),
        )

    def _strings(self, held: StringRules, theirs: StringRules, at: Location) -> StringRules:
        if theirs is NO_STRING_RULES or held is NO_STRING_RULES:
            return held if theirs is NO_STRING_RULES else theirs
        another = Schema(at, strings=StringRules(pattern=theirs.pattern))
        encoded = Schema(at, strings=StringRules(content_encoding=held.content_encoding))
        media = Schema(at, strings=StringRules(content_media_type=held.content_media_type))
        return StringRules(
            _whole_highest(held.min_length, theirs.min_length),
            _whole_lowest(held.max_length, theirs.max_length),
            self._one(held.pattern, theirs.pattern, another),
            self._last(held.format, theirs.format, Schema(at, strings=StringRules(format=held.format))),
            self._last(held.content_encoding, theirs.content_encoding, encoded),
            self._last(held.content_media_type, theirs.content_media_type, media),
            self._schemas(held.content_schema, theirs.content_schema),
        )

    def _arrays(self, held: ArrayRules, theirs: ArrayRules, at: Location) -> ArrayRules:
        if theirs is NO_ARRAY_RULES or held is NO_ARRAY_RULES:
            return held if theirs is NO_ARRAY_RULES else theirs
        contains, least, most = held.contains, held.min_contains, held.max_contains
        if theirs.contains is not None and contains is None:
            contains, least, most = theirs.contains, theirs.min_contains, theirs.max_contains
        elif theirs.contains is not None:
            alone = ArrayRules(
                contains=theirs.contains, min_contains=theirs.min_contains, max_contains=theirs.max_contains
            )
            self.residue.append(Schema(at, arrays=alone))
        return ArrayRules(
            self._schemas(held.items, theirs.items),
            self._by_position(held, theirs),
            _whole_highest(held.min_items, theirs.min_items),
            _whole_lowest(held.max_items, theirs.max_items),
            held.unique_items or theirs.unique_items,
            contains,
            least,
            most,
            self._schemas(held.unevaluated_items, theirs.unevaluated_items),
            held.is_open or theirs.is_open,
        )

    def _by_position(self, held: ArrayRules, theirs: ArrayRules) -> tuple[SchemaNode, ...]:
        found = []
        for first, second in zip_longest(held.prefix_items, theirs.prefix_items):
            one = self._schemas(held.items if first is None else first, theirs.items if second is None else second)
            found.append(one or Schema(self.schema.location))
        return tuple(found)

    def _objects(self, held: ObjectRules, theirs: ObjectRules) -> ObjectRules:
        if theirs is NO_OBJECT_RULES or held is NO_OBJECT_RULES:
            return held if theirs is NO_OBJECT_RULES else theirs
        needed = {
            name: unique((*held.dependent_required.get(name, ()), *theirs.dependent_required.get(name, ())))
            for name in (*held.dependent_required, *theirs.dependent_required)
        }
        return ObjectRules(
            self._named(held.properties, theirs.properties),
            unique((*held.required, *theirs.required)),
            self._schemas(held.additional_properties, theirs.additional_properties),
            self._named(held.pattern_properties, theirs.pattern_properties),
            self._schemas(held.property_names, theirs.property_names),
            _whole_highest(held.min_properties, theirs.min_properties),
            _whole_lowest(held.max_properties, theirs.max_properties),
            needed,
            self._named(held.dependent_schemas, theirs.dependent_schemas),
            self._schemas(held.unevaluated_properties, theirs.unevaluated_properties),
            held.is_open or theirs.is_open,
        )


def _highest(first: Number | None, second: Number | None) -> Number | None:
    return second if first is None else first if second is None else max(first, second)


def _lowest(first: Number | None, second: Number | None) -> Number | None:
    return second if first is None else first if second is None else min(first, second)


def _whole_highest(first: int | None, second: int | None) -> int | None:
    return second if first is None else first if second is None else max(first, second)


def _whole_lowest(first: int | None, second: int | None) -> int | None:
    return second if first is None else first if second is None else min(first, second)


def _common_multiple(first: Number | None, second: Number | None) -> Number | None:
    """The unit of numbers that are multiples of both; None if that is not a whole number, or there is none."""
    if first is None or second is None or first == second:
        return second if first is None else first
    return math.lcm(first, second) if isinstance(first, int) and isinstance(second, int) else None
