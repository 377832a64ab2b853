"""Validates one value against its schema: the validator decides, and the explanation reports why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from nemogen import pointer
from nemogen.findings import Direction
from nemogen.openapi.document import Document
from nemogen.openapi.json_value import JsonValue, is_too_deep
from nemogen.openapi.schema import SchemaNode
from nemogen.recordings.explanation import Explanation
from nemogen.recordings.schemas import Schemas, pointer_of
from nemogen.recordings.validity import DEEPEST, CannotJudge, Error, Validators
from nemogen.recordings.values import printable
from nemogen.recordings.violation import Seen, Spot, Violation

MOST_STEPS: Final = 100_000_000
"""The validator has no cache and cannot be interrupted: if it would need more steps, the explanation decides alone,
which looks at each value and schema once."""

_UNIONS: Final = frozenset({"anyOf", "oneOf"})


@dataclass
class ValueJudge:
    """Validates values against the schemas of one document; `seen` collects what they have shown of it."""

    document: Document
    seen: Seen = field(default_factory=Seen)

    def __post_init__(self) -> None:
        self.schemas = Schemas(self.document)
        self.validators = Validators(self.schemas)

    def judge(self, value: JsonValue, node: SchemaNode, direction: Direction, spot: Spot) -> list[Violation]:
        """Every violation of the schema by a value, and the members that the schema does not declare."""
        if is_too_deep(value, DEEPEST):
            return [_violation("depth", node, spot, "schema", "fewer levels", None)]
        explanation = Explanation(self.schemas, direction)
        try:
            explanation.visit(value, [node], spot)
        except RecursionError:
            explanation = Explanation(self.schemas, direction)
        self.seen.add(explanation.seen)
        found = explanation.found
        if explanation.steps > MOST_STEPS:
            return found
        try:
            errors = self.validators.errors(value, node, direction)
        except CannotJudge as error:
            return [*found, _violation("unusable-schema", node, spot, "schema", printable(str(error)), value)]
        if not errors:
            return [violation for violation in found if violation.kind == "undeclared"]
        return found + [_unexplained(error, value, node, spot) for error in _untold(errors, found, spot)]


def _untold(errors: Sequence[Error], found: Sequence[Violation], spot: Spot) -> Iterator[Error]:
    """The validator's errors without an explanation: no violation is at or below their location."""
    told = _with_ancestors(each for each in found if each.kind not in ("undeclared", "ambiguous"))
    ambiguous = _with_ancestors(each for each in found if each.kind == "ambiguous")
    for error in errors:
        location = spot.instance + error.instance
        if location not in told and (error.keyword not in _UNIONS or location not in ambiguous):
            yield error


def _with_ancestors(violations: Iterable[Violation]) -> set[str]:
    """The pointers to the values of these violations, and to all values that these are in."""
    found: set[str] = set()
    for violation in violations:
        location, above = violation.instance, "/"
        while above and location not in found:
            found.add(location)
            location, above, _ = location.rpartition("/")
    return found


def _unexplained(error: Error, value: JsonValue, node: SchemaNode, spot: Spot) -> Violation:
    for step in pointer.split(error.instance):
        if isinstance(value, Mapping):
            value, spot = value.get(step), spot.member(step)
        elif isinstance(value, Sequence) and not isinstance(value, str):
            value, spot = value[int(step)], spot.item(int(step))
    return _violation("invalid", node, spot, error.keyword, printable(error.message), value)


def _violation(kind: str, node: SchemaNode, spot: Spot, keyword: str, expected: str, value: JsonValue) -> Violation:
    return Violation(kind, spot.place, spot.instance, pointer_of(node), keyword, expected, value)
