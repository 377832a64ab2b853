"""Makes a value that a schema allows: readable, deterministic by seed, and validated before it is returned."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from nemogen.findings import Direction
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.schema import (
    NO_ARRAY_RULES,
    NO_NUMBER_BOUNDS,
    NO_OBJECT_RULES,
    Schema,
    SchemaNode,
    SchemaRef,
    View,
)
from nemogen.recordings.explanation import Explanation
from nemogen.recordings.fake_scalars import make_scalar
from nemogen.recordings.judge_value import ValueJudge
from nemogen.recordings.members import described_by
from nemogen.recordings.schemas import Schemas, ordered_types, pointer_of
from nemogen.recordings.violation import PASSING, ValuePath

_TRIES: Final = 40
_DEPTH: Final = 6
_OPTIONAL: Final = (1.0, 0.6, 0.3, 0.0)
"""The chance of an optional member: all of them at first, fewer if no valid value results."""
_MOST_CHOICES: Final = 20
"""Unions that one schema may be made of: more are written to cost time."""


class CannotMake(Exception):
    """No value that the schema allows was found; the argument is the pointer of the schema."""


def make(
    node: SchemaNode, judge: ValueJudge, *, seed: str, known: Mapping[str, Sequence[str]] | None = None
) -> JsonValue:
    """A value of the schema, as in a response. Same schema, same seed, same value, in every process.

    `known` are texts by the name of a property, which are taken where the schema allows them.
    A value that fits several variants of a `oneOf` is returned if no other was found: it breaks no caller. Raises
    CannotMake where none of a few tries is valid: the schema contradicts itself, or is beyond us.
    """
    usable: list[JsonValue] = []
    for attempt in range(_TRIES):
        chance = random.Random(f"{seed} {attempt}")
        maker = Maker(judge.schemas, chance, known or {}, _OPTIONAL[attempt * len(_OPTIONAL) // _TRIES])
        try:
            value = maker.value(node, 0)
        except (ValueError, RecursionError):
            continue
        kinds = {violation.kind for violation in judge.judge(value, node, Direction.RESPONSE, ValuePath())}
        if not kinds:
            return value
        usable += [value] if kinds <= PASSING else []
    if usable:
        return usable[0]
    raise CannotMake(pointer_of(node))


@dataclass
class Maker:
    """Makes one random value of a schema, not yet validated.

    `optional` is the chance that an optional member is included.
    """

    schemas: Schemas
    chance: random.Random
    known: Mapping[str, Sequence[str]]
    optional: float

    def value(self, node: SchemaNode, depth: int) -> JsonValue:
        schema, is_nullable = self._settled(node, depth), self.schemas.admits_null(node)
        for example in schema.annotations.examples:
            if example is not None and self.fits(example, node):
                return example
        if depth <= _DEPTH and (family := self.schemas.family_of(node)):
            member = self.chance.choice(family.children)
            made = self.value(member, depth + 1)
            return made if not isinstance(made, dict) else self._tagged(made, member)
        if schema.enum:
            return self.pick([each.value for each in schema.enum])
        kind = _type(schema)
        if is_nullable and (kind == "null" or depth > _DEPTH):
            return None
        match kind:
            case "array":
                return self._array(schema, depth)
            case "object":
                return self._object(schema, depth)
        return make_scalar(kind, schema.numbers, schema.strings, self.chance)

    def _tagged(self, made: dict[str, JsonValue], member: SchemaRef) -> dict[str, JsonValue]:
        """A member of a family with what identifies it, where that is a text."""
        tags = self.schemas.family_tags(member)
        return {**made, **{name: tag for name, tag in tags.items() if isinstance(made.get(name, ""), str)}}

    def pick(self, values: Sequence[JsonValue]) -> JsonValue:
        """One of the values that a schema lists."""
        return self.chance.choice(values)

    def _settled(self, node: SchemaNode, depth: int) -> Schema:
        """The schema merged with its parts, with one variant of each union chosen."""
        schema = self.schemas.views.merged(node).schema
        for _ in range(_MOST_CHOICES):
            if schema.one_of:
                rest, chosen = replace(schema, one_of=()), self.choose(schema.one_of, depth)
            elif schema.any_of:
                rest, chosen = replace(schema, any_of=()), self.choose(schema.any_of, depth)
            elif schema.all_of:
                rest, chosen = replace(schema, all_of=schema.all_of[1:]), schema.all_of[0]
                chosen = self._settled(chosen, depth)
            else:
                break
            schema = self.schemas.joined(schema, rest, chosen)
        return schema

    def choose(self, members: Sequence[SchemaNode], depth: int) -> SchemaNode:
        flat = [
            member
            for member in members
            if depth > _DEPTH and _type(self.schemas.views.merged(member).schema) not in ("array", "object")
        ]
        return self.chance.choice(flat or members)

    def fits(self, value: JsonValue, node: SchemaNode) -> bool:
        return Explanation(self.schemas, Direction.RESPONSE).rank(value, node) == (0, 0, 0)

    def _array(self, schema: Schema, depth: int) -> list[JsonValue]:
        rules = schema.arrays
        least = max(rules.min_items or 0, len(rules.prefix_items))
        wanted = max(least, 0 if depth > _DEPTH else self.length())
        items: list[JsonValue] = []
        for index in range(wanted if rules.max_items is None else min(wanted, rules.max_items)):
            node = rules.prefix_items[index] if index < len(rules.prefix_items) else rules.items
            items.append("made" if node is None else self._with_index(self.value(node, depth + 1), index, node))
        return items

    def length(self) -> int:
        """How many items an array has that may have any number of them."""
        return self.chance.randint(1, 2)

    def is_given(self, _name: str) -> bool:
        """Whether an object has this optional member."""
        return self.chance.random() < self.optional

    def _with_index(self, item: JsonValue, index: int, node: SchemaNode) -> JsonValue:
        """An item with an index gets the right one, if the schema allows it: clients assemble chunks by it."""
        if not isinstance(item, Mapping) or type(item.get("index")) is not int:
            return item
        placed = {**item, "index": index}
        return placed if Explanation(self.schemas, Direction.RESPONSE).rank(placed, node)[0] == 0 else item

    def _object(self, schema: Schema, depth: int) -> dict[str, JsonValue]:
        views, rules = self.schemas.views, schema.objects
        properties = views.properties(schema, View.RESPONSE)
        required = views.required(schema, View.RESPONSE)
        is_deep = depth > _DEPTH
        names = [name for name in properties if name in required or (not is_deep and self.is_given(name))]
        names += [name for name in required if name not in properties]
        least = rules.min_properties or 0
        names += [name for name in properties if name not in names][: max(0, least - len(names))]
        more = [name for name in ("made", "up", "too") if name not in names]
        names += more[: max(0 if properties else 1, least - len(names))] if _takes_more(schema) else []
        return {name: self.member(name, schema, depth) for name in names}

    def member(self, name: str, schema: Schema, depth: int) -> JsonValue:
        nodes = described_by(schema, name)
        if not nodes:
            return "made"
        if texts := self.known.get(name):
            text = self.chance.choice(texts)
            if all(self.fits(text, node) for node in nodes):
                return text
        return self.value(nodes[0], depth + 1)


def _type(schema: Schema) -> str:
    """The type to make a value of: the first one that the schema allows, or the type that its keywords apply to."""
    types = ordered_types(schema)
    if types:
        return types[0]
    if schema.objects != NO_OBJECT_RULES or schema.objects.is_open:
        return "object"
    if schema.arrays != NO_ARRAY_RULES:
        return "array"
    return "number" if schema.numbers != NO_NUMBER_BOUNDS else "string"


def _takes_more(schema: Schema) -> bool:
    """Whether undeclared members are explicitly allowed."""
    rest = schema.objects.additional_properties
    return schema.objects.is_open if rest is None else not (isinstance(rest, Schema) and rest.never)
