"""Walks a JSON value along the schemas that describe it and tells where they disagree.

Read are JSON Schema 2020-12 as OpenAPI 3.1 uses it and OpenAPI 3.0's dialect, whose differences do not contradict each
other. A place is written as a person would: `choices[].delta.role`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from nemogen.document import Json, JsonObject
from nemogen.findings import Direction
from nemogen.recordings.keywords import has_wrong_type, is_null_alone, refused_by, types_of
from nemogen.recordings.schema_resolver import UNIONS, At, Schemas
from nemogen.recordings.values import identity, shown
from nemogen.recordings.violation import PASSING, Seen, Spot, Violation

Rank: TypeAlias = tuple[int, int, int]
"""How badly a value fits a schema: how many disagreements that break, unions that are not exclusive, members that are
not declared."""


@dataclass
class Walk:
    """One pass over a value. `direction` decides whether readOnly or writeOnly properties are required."""

    schemas: Schemas
    direction: Direction = Direction.RESPONSE
    found: list[Violation] = field(default_factory=list)
    seen: Seen = field(default_factory=Seen)
    ranks: dict[tuple[int, str], Rank] = field(default_factory=dict)

    def visit(self, value: Json, start: Sequence[At], spot: Spot) -> None:
        """Judges `value` against all of `start` together."""
        if value is None:
            self._null(start, spot)
            return
        parts = self._parts(value, start, spot)
        for part in parts:
            self._keywords(value, part, spot)
        if isinstance(value, Mapping):
            self._object(value, parts, spot)
        elif isinstance(value, list):
            self._array(value, parts, spot)

    def _note(self, kind: str, at: At, keyword: str, expected: str, value: Json, spot: Spot, name: str = "") -> None:
        self.found.append(Violation(kind, spot.place, spot.instance, at.pointer, keyword, expected, value, name))

    def _null(self, start: Sequence[At], spot: Spot) -> None:
        for at in start:
            target = self.schemas.follow(at)
            self.seen.schemas |= {at.pointer, target.pointer}
            self.seen.values.add((target.pointer, identity(None)))
            if self.schemas.admits_null(at, is_exact=True):
                continue
            if self.schemas.admits_null(at):
                self._note("ambiguous", target, "oneOf", "one branch", None, spot)
            else:
                self._note("null", at, "nullable", self.expected(at), None, spot)

    def _parts(self, value: Json, start: Sequence[At], spot: Spot) -> list[At]:
        """Every schema that applies to the value in this place: references, allOf and chosen branches laid open."""
        parts: dict[str, At] = {}
        todo = list(start)
        while todo:
            given = todo.pop(0)
            todo += self.schemas.beside(given)
            at = self.schemas.follow(given)
            if at.pointer in parts:
                continue
            self.seen.schemas |= {given.pointer, at.pointer}
            parts[at.pointer] = at
            todo += at.branches("allOf")
            for keyword in UNIONS:
                todo += self._branch(value, at, keyword, spot)
            todo += self._conditional(value, at)
        return list(parts.values())

    def _conditional(self, value: Json, at: At) -> list[At]:
        more = []
        if "if" in at.schema:
            keyword = "then" if self._fits(value, at.under("if")) else "else"
            more += [at.under(keyword)] if keyword in at.schema else []
        dependent = at.schema.get("dependentSchemas")
        if isinstance(dependent, Mapping) and isinstance(value, Mapping):
            more += [at.under("dependentSchemas", name) for name in dependent if name in value]
        return more

    def _branch(self, value: Json, at: At, keyword: str, spot: Spot) -> list[At]:
        """The branch of a union that fits best; its own disagreements show when it is judged."""
        given = list(at.branches(keyword))
        branches = [branch for branch in given if not is_null_alone(branch.schema)]
        if not branches:
            if given and all("type" in branch.schema for branch in given):
                self._note("type", at, keyword, "null", value, spot)
            return []
        tagged = [branch for branch in branches if self._tag_fits(value, branch)] or branches
        typed = [branch for branch in tagged if not self._has_wrong_type(value, branch)]
        if not typed:
            self._note("type", at, keyword, self.expected(at), value, spot)
            return []
        if keyword == "oneOf":
            untagged = [branch for branch in branches if branch not in typed and not self.schemas.tags(branch)]
            if sum(self._fits(value, branch) for branch in (*typed, *untagged)) > 1:
                self._note("ambiguous", at, keyword, "one branch", value, spot)
        return [min(typed, key=lambda branch: self.rank(value, branch))]

    def _tag_fits(self, value: Json, branch: At) -> bool:
        tags = self.schemas.tags(branch)
        return bool(tags) and all(
            isinstance(value, Mapping) and name in value and identity(value[name]) in map(identity, values)
            for name, values in tags.items()
        )

    def _has_wrong_type(self, value: Json, branch: At) -> bool:
        return has_wrong_type(value, self.schemas.follow(branch).schema)

    def rank(self, value: Json, at: At) -> Rank:
        """How badly the value fits one schema by itself."""
        key = (id(value), at.pointer)
        if key not in self.ranks:
            self.ranks[key] = (0, 0, 0)
            trial = Walk(self.schemas, self.direction, ranks=self.ranks)
            trial.visit(value, [at], Spot())
            kinds = [violation.kind for violation in trial.found]
            breaking = sum(kind not in PASSING for kind in kinds)
            self.ranks[key] = (breaking, kinds.count("ambiguous"), kinds.count("undeclared"))
        return self.ranks[key]

    def _fits(self, value: Json, at: At) -> bool:
        return self.rank(value, at)[:2] == (0, 0)

    def _keywords(self, value: Json, at: At, spot: Spot) -> None:
        if has_wrong_type(value, at.schema):
            self._note("type", at, "type", self.expected(at), value, spot)
            return
        for row in refused_by(value, at.schema):
            expected = f"{row.keyword} {shown(at.schema[row.keyword], 120)}"
            self._note(row.kind, at, row.keyword, expected, value, spot)
        if "enum" in at.schema or "const" in at.schema:
            self.seen.values.add((at.pointer, identity(value)))
        if "not" in at.schema and self._fits(value, at.under("not")):
            self._note("not", at, "not", "none of what is excluded", value, spot)

    def _array(self, value: list[Json], parts: Sequence[At], spot: Spot) -> None:
        is_searched = any("contains" in part.schema for part in parts)
        unevaluated = [] if is_searched else _unevaluated(parts, "unevaluatedItems")
        for place, item in enumerate(value):
            schemas = [schema for part in parts for schema in _item_schemas(part, place)] or unevaluated
            if schemas:
                self.visit(item, schemas, spot.item(place))
        for part in parts:
            if "contains" in part.schema:
                fitting = sum(self._fits(item, part.under("contains")) for item in value)
                least, most = _count(part, "minContains", 1), _count(part, "maxContains", len(value))
                if not least <= fitting <= most:
                    self._note("contains", part, "contains", f"from {least} items of a kind", value, spot)

    def _object(self, value: JsonObject, parts: Sequence[At], spot: Spot) -> None:
        for part in parts:
            self._required(value, part, spot)
        owner = next((part for part in parts if _described(part)), None)
        is_open = owner is None or any(_is_open(part) for part in parts)
        unevaluated = [at for at in _unevaluated(parts, "unevaluatedProperties") if at.schema != {"not": {}}]
        for name, item in value.items():
            schemas = [schema for part in parts for schema in _member_schemas(part, name)] or unevaluated
            inner = spot.member(name)
            forbidding = [part for part in parts if _forbids(part, name, bool(schemas))]
            for part in forbidding:
                self._note("forbidden", part, "additionalProperties", "no such member", item, inner, name)
            if schemas:
                named = any(name in _mapping(part, "properties") for part in parts)
                self.visit(item, schemas, spot.member(name, named))
            elif owner and not is_open and not forbidding:
                self._note("undeclared", owner, "properties", "", item, inner, name)

    def _required(self, value: JsonObject, part: At, spot: Spot) -> None:
        for name in _texts(part.schema.get("required")):
            if name not in value and not self._is_of_other_direction(part, name):
                expected = self.expected(part.under("properties", name))
                self._note("missing", part, "required", expected, None, spot.member(name), name)
        dependent = part.schema.get("dependentRequired")
        for trigger, names in dependent.items() if isinstance(dependent, Mapping) else ():
            for name in _texts(names):
                if trigger in value and name not in value:
                    self._note("missing", part, "dependentRequired", f"beside {trigger}", None, spot.member(name), name)
        if "propertyNames" in part.schema:
            for name in value:
                if not self._fits(name, part.under("propertyNames")):
                    self._note("name", part, "propertyNames", "another name", name, spot.member(name), name)

    def _is_of_other_direction(self, part: At, name: str) -> bool:
        member = part.under("properties", name)
        keyword = "readOnly" if self.direction is Direction.REQUEST else "writeOnly"
        return any(at.schema.get(keyword) is True for at in (member, self.schemas.follow(member)))

    def expected(self, at: At) -> str:
        """The types that a schema admits, in words: `string or null`."""
        words = self._words(at, frozenset())
        return " or ".join(dict.fromkeys(words)) or "any value"

    def _words(self, at: At, seen: frozenset[str]) -> list[str]:
        target = self.schemas.follow(at)
        if target.pointer in seen:
            return []
        words = list(types_of(target.schema))
        for keyword in (*UNIONS, "allOf"):
            for branch in target.branches(keyword) if not words else ():
                words += self._words(branch, seen | {target.pointer})
        null = self.schemas.admits_null(at) and words
        return [*(word for word in words if word != "null"), *(["null"] if null else [])]


def _item_schemas(part: At, place: int) -> list[At]:
    first = "prefixItems" if "prefixItems" in part.schema else "items"
    leading = part.schema.get(first)
    if isinstance(leading, list) and place < len(leading):
        return [part.under(first, place)]
    rest = "additionalItems" if isinstance(part.schema.get("items"), list) else "items"
    return [part.under(rest)] if rest in part.schema else []


def _member_schemas(part: At, name: str) -> list[At]:
    found = [part.under("properties", name)] if name in _mapping(part, "properties") else []
    found += [part.under("patternProperties", pattern) for pattern in _patterns(part, name)]
    if not found and isinstance(part.schema.get("additionalProperties"), Mapping):
        found = [part.under("additionalProperties")]
    return found


def _unevaluated(parts: Sequence[At], keyword: str) -> list[At]:
    """What applies to members or items that no part describes. All parts count, also those around the keyword."""
    return [part.under(keyword) for part in parts if keyword in part.schema]


def _forbids(part: At, name: str, is_described: bool) -> bool:
    if part.schema.get("unevaluatedProperties") is False and not is_described:
        return True
    return part.schema.get("additionalProperties") is False and not _member_schemas(part, name)


def _patterns(part: At, name: str) -> list[str]:
    patterns = _mapping(part, "patternProperties")
    return [pattern for pattern in patterns if not refused_by(name, {"pattern": pattern})]


def _described(part: At) -> bool:
    return bool(_mapping(part, "properties") or _mapping(part, "patternProperties"))


def _is_open(part: At) -> bool:
    return part.schema.get("additionalProperties") is True or part.schema.get("unevaluatedProperties") is True


def _mapping(part: At, keyword: str) -> JsonObject:
    found = part.schema.get(keyword)
    return found if isinstance(found, Mapping) else {}


def _texts(value: Json) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _count(part: At, keyword: str, default: int) -> int:
    found = part.schema.get(keyword)
    return found if isinstance(found, int) else default
