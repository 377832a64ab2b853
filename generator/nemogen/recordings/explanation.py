"""Walks a JSON value along its schemas: reports where they disagree, and what the value shows of them.

Whether a value is valid is for `validity` to decide; this explains why not, for the best variant. A location is
written as a person would: `choices[].delta.role`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TypeAlias

from nemogen.findings import Direction
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonObject, JsonValue
from nemogen.openapi.schema import Schema, SchemaNode, SchemaRef
from nemogen.recordings.keywords import has_wrong_type, is_outside, refusals
from nemogen.recordings.members import Members
from nemogen.recordings.schemas import Schemas, owner_pointer, pointer_of
from nemogen.recordings.values import identity, shown
from nemogen.recordings.violation import PASSING, Seen, ValuePath, Violation

Rank: TypeAlias = tuple[int, int, int]
"""How badly a value fits a schema: how many disagreements that break, unions that are not exclusive, members that are
not declared."""


@dataclass(frozen=True, slots=True)
class _Ranked:
    """How a value fits a schema. Both are kept alive so that no other object gets their id()."""

    rank: Rank
    steps: int
    value: JsonValue
    schema: Schema


@dataclass
class Explanation:
    """One pass over a value. `direction` decides whether readOnly or writeOnly properties are required."""

    schemas: Schemas
    direction: Direction = Direction.RESPONSE
    found: list[Violation] = field(default_factory=list)
    seen: Seen = field(default_factory=Seen)
    steps: int = 0
    """Roughly how many comparisons a validator without a cache needs: nested unions multiply."""
    ranks: dict[tuple[int, int], _Ranked] = field(default_factory=dict)
    """By identity of value and schema."""

    def visit(self, value: JsonValue, start: Sequence[SchemaNode], path: ValuePath) -> None:
        """Compare `value` with all of `start` together."""
        if value is None:
            self._visit_null(start, path)
            return
        parts = self._open(value, start, path)
        for part in parts:
            self._compare(value, part, path)
        if isinstance(value, Mapping):
            self._visit_object(value, parts, path)
        elif isinstance(value, list):
            self._visit_array(value, parts, path)

    def _note(
        self,
        kind: str,
        schema: Schema,
        keyword: str,
        value: JsonValue,
        path: ValuePath,
        *,
        expected: str,
        name: str = "",
    ) -> None:
        pointer = owner_pointer(schema, keyword)
        self.found.append(Violation(kind, path.text, path.instance, pointer, keyword, expected, value, name))

    def _visit_null(self, start: Sequence[SchemaNode], path: ValuePath) -> None:
        for node in start:
            target = self.schemas.resolve(node)
            self.seen.schemas |= {pointer_of(node), pointer_of(target)}
            self.seen.values.add((pointer_of(target), identity(None)))
            breaking, ambiguous, _ = self.rank(None, node)
            if breaking:
                expected = self.schemas.expected(node)
                self.found.append(
                    Violation("null", path.text, path.instance, pointer_of(node), "nullable", expected, None)
                )
            elif ambiguous:
                self._note("ambiguous", target, "oneOf", None, path, expected="one variant")

    def _open(self, value: JsonValue, start: Sequence[SchemaNode], path: ValuePath) -> list[Schema]:
        """Every schema that applies to the value: references, parts of `allOf` and chosen variants are expanded."""
        parts: dict[int, Schema] = {}
        todo = list(start)
        while todo:
            node = todo.pop(0)
            schema = self.schemas.resolve(node)
            if id(schema) in parts:
                continue
            self.seen.schemas |= {pointer_of(node), pointer_of(schema)}
            if value is None and schema.nullable:
                continue
            parts[id(schema)] = schema
            todo += schema.all_of
            for keyword, members in (("oneOf", schema.one_of), ("anyOf", schema.any_of)):
                todo += self._choose(value, schema, keyword, members, path)
            todo += self._conditional(value, schema)
            if schema.identity.dynamic_target is not None:
                todo.append(schema.identity.dynamic_target)
        return list(parts.values())

    def _conditional(self, value: JsonValue, schema: Schema) -> list[SchemaNode]:
        more: list[SchemaNode] = []
        rule = schema.conditional
        if rule is not None:
            way = rule.then if self._fits(value, rule.condition) else rule.otherwise
            more += [] if way is None else [way]
        if isinstance(value, Mapping):
            more += [node for name, node in schema.objects.dependent_schemas.items() if name in value]
        return more

    def _choose(
        self, value: JsonValue, schema: Schema, keyword: str, members: Sequence[SchemaNode], path: ValuePath
    ) -> list[SchemaNode]:
        """The variant of a union that fits best; its own violations are reported when it is visited."""
        if not members:
            return []
        tagged = self._by_discriminator(value, schema, members)
        tagged = tagged or [member for member in members if self._tags_fit(value, member)] or [*members]
        typed = [member for member in tagged if not self._has_wrong_type(value, member)]
        if not typed:
            self._note("type", schema, keyword, value, path, expected=self.schemas.expected(schema))
            return []
        if keyword == "oneOf" and sum(self._fits(value, member) for member in members) > 1:
            self._note("ambiguous", schema, keyword, value, path, expected="one variant")
        return [min(typed, key=lambda member: self.rank(value, member))]

    def _by_discriminator(self, value: JsonValue, schema: Schema, members: Sequence[SchemaNode]) -> list[SchemaNode]:
        """The variant that the discriminator selects by the value's tag: as mapped, or the component of that
        name."""
        rule = schema.discriminator
        tag = value.get(rule.property_name) if rule is not None and isinstance(value, Mapping) else None
        if rule is None or not isinstance(tag, str):
            return []
        meant = rule.mapping.get(tag)
        return [
            member
            for member in members
            if isinstance(member, SchemaRef)
            and (member == meant or (meant is None and member.target is not None and member.target.component == tag))
        ]

    def _tags_fit(self, value: JsonValue, member: SchemaNode) -> bool:
        tags = self.schemas.tags(member) if isinstance(value, Mapping) else {}
        return bool(tags) and all(
            isinstance(value, Mapping) and name in value and identity(value[name]) in map(identity, values)
            for name, values in tags.items()
        )

    def _has_wrong_type(self, value: JsonValue, member: SchemaNode) -> bool:
        schema = self.schemas.resolve(member)
        return not (value is None and schema.nullable) and has_wrong_type(value, schema)

    def rank(self, value: JsonValue, node: SchemaNode) -> Rank:
        """The rank of the value for one schema alone: the lower, the better it fits."""
        schema = self.schemas.resolve(node)
        key = (id(value), id(schema))
        if key not in self.ranks:
            self.ranks[key] = _Ranked((0, 0, 0), 1, value, schema)
            trial = Explanation(self.schemas, self.direction, ranks=self.ranks)
            if value is None:
                for part in trial._open(None, [schema], ValuePath()):
                    trial._compare(None, part, ValuePath())
            else:
                trial.visit(value, [schema], ValuePath())
            kinds = [violation.kind for violation in trial.found]
            breaking = sum(kind not in PASSING for kind in kinds)
            rank = (breaking, kinds.count("ambiguous"), kinds.count("undeclared"))
            self.ranks[key] = _Ranked(rank, trial.steps + 1, value, schema)
        self.steps += self.ranks[key].steps
        return self.ranks[key].rank

    def _fits(self, value: JsonValue, node: SchemaNode) -> bool:
        return self.rank(value, node)[:2] == (0, 0)

    def _compare(self, value: JsonValue, schema: Schema, path: ValuePath) -> None:
        """Compare the value with the schema's own keywords."""
        self.steps += 1
        if schema.never:
            self._note("not", schema, "not", value, path, expected="none of what is excluded")
            return
        if has_wrong_type(value, schema):
            self._note("type", schema, "type", value, path, expected=self.schemas.expected(schema))
            return
        for refusal in refusals(value, schema):
            expected = f"{refusal.keyword} {shown(refusal.limit, 120)}"
            self._note(refusal.kind, schema, refusal.keyword, value, path, expected=expected)
        if schema.enum is not None and not is_outside(value, schema):
            self.seen.values.add((pointer_of(schema), identity(value)))
        if schema.negated is not None and self._fits(value, schema.negated):
            self._note("not", schema, "not", value, path, expected="none of what is excluded")

    def _visit_array(self, value: Sequence[JsonValue], parts: Sequence[Schema], path: ValuePath) -> None:
        is_searched = any(part.arrays.contains is not None for part in parts)
        rest = [part.arrays.unevaluated_items for part in parts if part.arrays.unevaluated_items is not None]
        unevaluated = [] if is_searched else rest
        for index, item in enumerate(value):
            nodes = [node for part in parts if (node := _item(part, index)) is not None] or unevaluated
            if nodes:
                self.visit(item, nodes, path.item(index))
        for part in parts:
            contains = part.arrays.contains
            if contains is not None:
                fitting = sum(self._fits(item, contains) for item in value)
                least = 1 if part.arrays.min_contains is None else part.arrays.min_contains
                most = len(value) if part.arrays.max_contains is None else part.arrays.max_contains
                if not least <= fitting <= most:
                    self._note("contains", part, "contains", value, path, expected=f"from {least} items of a kind")

    def _visit_object(self, value: JsonObject, parts: Sequence[Schema], path: ValuePath) -> None:
        for part in parts:
            self._visit_required(value, part, path)
            self._visit_names(value, part, path)
        members = Members(parts)
        for name, item in value.items():
            nodes, inner = members.described(name), path.member(name)
            forbidding = members.forbidding(name)
            for part in forbidding:
                self._note("forbidden", part, "additionalProperties", item, inner, expected="no such member", name=name)
            if nodes:
                self.visit(item, nodes, path.member(name, members.is_declared(name)))
            elif members.owner is not None and not members.is_open and not forbidding:
                self._note("undeclared", members.owner, "properties", item, inner, expected="", name=name)

    def _visit_required(self, value: JsonObject, part: Schema, path: ValuePath) -> None:
        rules = part.objects
        missing = [name for name in rules.required if name not in value]
        left_out = self.schemas.not_required(part, self.direction) if missing else ()
        for name in missing:
            if name not in left_out:
                declared = rules.properties.get(name)
                expected = "any value" if declared is None else self.schemas.expected(declared)
                self._note("missing", part, "required", None, path.member(name), expected=expected, name=name)
        for trigger, names in rules.dependent_required.items():
            for name in names:
                if trigger in value and name not in value:
                    self._note(
                        "missing",
                        part,
                        "dependentRequired",
                        None,
                        path.member(name),
                        expected=f"beside {trigger}",
                        name=name,
                    )

    def _visit_names(self, value: JsonObject, part: Schema, path: ValuePath) -> None:
        names = part.objects.property_names
        for name in value if names is not None else ():
            if names is not None and not self._fits(name, names):
                self._note("name", part, "propertyNames", name, path.member(name), expected="another name", name=name)


def _item(part: Schema, index: int) -> SchemaNode | None:
    """The schemas for the item at an index, from one schema's own keywords."""
    leading = part.arrays.prefix_items
    return leading[index] if index < len(leading) else part.arrays.items
