"""Makes a value that a schema admits: readable, deterministic by seed, and judged before it is given away."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from nemogen.document import Json, JsonObject
from nemogen.findings import Direction
from nemogen.recordings.fake_scalars import count, make_scalar
from nemogen.recordings.keywords import is_null_alone, types_of
from nemogen.recordings.schema_resolver import UNIONS, At, Schemas
from nemogen.recordings.validator import Walk
from nemogen.recordings.violation import Spot

_TRIES: Final = 40
_DEPTH: Final = 6
_OPTIONAL: Final = (1.0, 0.6, 0.3, 0.0)
"""The chance of a member that is not required: all of them at first, fewer where no value comes out right."""
_LARGER: Final = frozenset({"minimum", "minLength", "minItems", "minProperties", "exclusiveMinimum"})
_SMALLER: Final = frozenset({"maximum", "maxLength", "maxItems", "maxProperties", "exclusiveMaximum"})


class CannotMake(Exception):
    """No value that the schema admits was found; the argument is the pointer of the schema."""


def make(at: At, schemas: Schemas, *, seed: str, known: Mapping[str, Sequence[str]] | None = None) -> Json:
    """A value of the schema as a response has it. Same schema, same seed, same value.

    `known` are texts by the name of a property, which are taken where the schema admits them.
    Raises CannotMake where none of a few tries is valid: the schema contradicts itself, or is beyond us.
    """
    for attempt in range(_TRIES):
        chance = random.Random(f"{seed} {attempt}")
        maker = _Maker(schemas, chance, known or {}, _OPTIONAL[attempt * len(_OPTIONAL) // _TRIES])
        try:
            value = maker.value([at], 0)
            walk = Walk(schemas, Direction.RESPONSE)
            walk.visit(value, [at], Spot())
        except (ValueError, RecursionError):
            continue
        if not walk.found:
            return value
    raise CannotMake(at.pointer)


@dataclass
class _Maker:
    """`optional` is the chance that a member that is not required is made."""

    schemas: Schemas
    chance: random.Random
    known: Mapping[str, Sequence[str]]
    optional: float

    def value(self, given: Sequence[At], depth: int) -> Json:
        parts = self._parts(given, depth)
        keywords = _joined(parts)
        for part in parts:
            example = self._example(part)
            if example is not None:
                return example
        if "const" in keywords:
            return keywords["const"]
        if isinstance(keywords.get("enum"), list):
            return self.chance.choice([value for value in keywords["enum"] if value is not None] or [None])
        kind = _type(keywords)
        is_nullable = all(map(self.schemas.admits_null, given))
        if is_nullable and (kind == "null" or depth > _DEPTH):
            return None
        match kind:
            case "array":
                return self._array(parts, keywords, depth)
            case "object":
                return self._object(parts, keywords, depth)
        return make_scalar(kind, keywords, self.chance)

    def _parts(self, given: Sequence[At], depth: int) -> list[At]:
        """The schemas that apply together: references and allOf laid open, one branch of each union chosen."""
        parts: dict[str, At] = {}
        todo = list(given)
        while todo:
            at = self.schemas.follow(todo.pop(0))
            if at.pointer not in parts:
                parts[at.pointer] = at
                todo += at.branches("allOf")
                for keyword in UNIONS:
                    todo += self._branch(at, keyword, depth)
        return list(parts.values())

    def _branch(self, at: At, keyword: str, depth: int) -> list[At]:
        branches = [branch for branch in at.branches(keyword) if not is_null_alone(branch.schema)]
        if depth > _DEPTH:
            flat = [
                branch for branch in branches if _type(self.schemas.follow(branch).schema) not in ("array", "object")
            ]
            branches = flat or branches
        return [self.chance.choice(branches)] if branches else []

    def _example(self, part: At) -> Json:
        given = [part.schema["example"]] if "example" in part.schema else part.schema.get("examples")
        examples = given if isinstance(given, list) else []
        walk = Walk(self.schemas, Direction.RESPONSE)
        return next((example for example in examples if walk.rank(example, part) == (0, 0, 0)), None)

    def _array(self, parts: Sequence[At], keywords: JsonObject, depth: int) -> list[Json]:
        leading = max((len(list(part.branches("prefixItems"))) for part in parts), default=0)
        least = max(count(keywords, "minItems", 0), leading)
        wanted = max(least, 0 if depth > _DEPTH else self.chance.randint(1, 2))
        items = []
        for at in range(min(wanted, count(keywords, "maxItems", wanted))):
            schemas = [schema for part in parts for schema in _items(part, at)]
            items.append(self._placed(self.value(schemas, depth + 1), at, schemas) if schemas else "made")
        return items

    def _placed(self, item: Json, at: int, schemas: Sequence[At]) -> Json:
        """An item that says its own place says the right one, if the schema admits it: clients gather pieces by it."""
        if not isinstance(item, Mapping) or type(item.get("index")) is not int:
            return item
        placed, walk = {**item, "index": at}, Walk(self.schemas, Direction.RESPONSE)
        return placed if all(walk.rank(placed, schema)[0] == 0 for schema in schemas) else item

    def _object(self, parts: Sequence[At], keywords: JsonObject, depth: int) -> dict[str, Json]:
        required = keywords.get("required", [])
        properties = dict.fromkeys(name for part in parts for name in _mapping(part.schema.get("properties")))
        chance = 0.0 if depth > _DEPTH else self.optional
        names = [name for name in properties if name in required or self.chance.random() < chance]
        names += [name for name in required if name not in properties]
        least = count(keywords, "minProperties", 0)
        names += [name for name in properties if name not in names][: max(0, least - len(names))]
        more = [name for name in ("made", "up", "too") if name not in names]
        names += more[: max(0 if properties else 1, least - len(names))] if _takes_more(parts) else []
        made = {}
        for name in names:
            schemas = [schema for part in parts for schema in _members(part, name)]
            if name in required or not self._is_write_only(schemas):
                made[name] = self._member(name, schemas, depth)
        return made

    def _member(self, name: str, schemas: Sequence[At], depth: int) -> Json:
        if not schemas:
            return "made"
        if texts := self.known.get(name):
            text, walk = self.chance.choice(texts), Walk(self.schemas, Direction.RESPONSE)
            if all(walk.rank(text, schema) == (0, 0, 0) for schema in schemas):
                return text
        return self.value(schemas, depth + 1)

    def _is_write_only(self, schemas: Sequence[At]) -> bool:
        return any(self.schemas.follow(schema).schema.get("writeOnly") is True for schema in schemas)


def _joined(parts: Sequence[At]) -> dict[str, Any]:
    """The keywords of all parts; bounds are the narrower ones, `required` is joined, of two enums the common values."""
    result: dict[str, Any] = {}
    for part in parts:
        for name, value in part.schema.items():
            result[name] = _both(name, result[name], value) if name in result else value
    return result


def _both(name: str, first: Json, second: Json) -> Json:
    if isinstance(first, list) and isinstance(second, list):
        if name == "required":
            return list(dict.fromkeys([*first, *second]))
        return [value for value in first if value in second] or first
    if name in _LARGER | _SMALLER and isinstance(first, (int, float)) and isinstance(second, (int, float)):
        return max(first, second) if name in _LARGER else min(first, second)
    return first


def _type(keywords: JsonObject) -> str:
    types = types_of(keywords)
    if types:
        return types[0]
    if keywords.get("type") in ("null", ["null"]):
        return "null"
    hints = {"properties": "object", "additionalProperties": "object", "items": "array", "minimum": "number"}
    return next((kind for keyword, kind in hints.items() if keyword in keywords), "string")


def _items(part: At, place: int) -> list[At]:
    leading = list(part.branches("prefixItems"))
    if place < len(leading):
        return [leading[place]]
    return [part.under("items")] if isinstance(part.schema.get("items"), Mapping) else []


def _members(part: At, name: str) -> list[At]:
    if name in _mapping(part.schema.get("properties")):
        return [part.under("properties", name)]
    return [part.under("additionalProperties")] if isinstance(part.schema.get("additionalProperties"), Mapping) else []


def _takes_more(parts: Sequence[At]) -> bool:
    return all(part.schema.get("additionalProperties") is not False for part in parts) and any(
        part.schema.get("additionalProperties") not in (None, False) for part in parts
    )


def _mapping(value: Json) -> JsonObject:
    return value if isinstance(value, Mapping) else {}
