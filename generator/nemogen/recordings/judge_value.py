"""Validates one value against its schema: the validator decides, and the explanation reports why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Final

from nemogen import pointer
from nemogen.findings import Direction
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Document
from nemogen.openapi.json_value import JsonValue, is_too_deep
from nemogen.openapi.schema import SchemaNode
from nemogen.recordings.explanation import Explanation
from nemogen.recordings.schemas import Schemas, pointer_of
from nemogen.recordings.validity import DEEPEST, CannotJudge, Error, Validators
from nemogen.recordings.values import printable
from nemogen.recordings.violation import Seen, ValuePath, Violation

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

    def judge(self, value: JsonValue, node: SchemaNode, direction: Direction, path: ValuePath) -> list[Violation]:
        """Every violation of the schema by a value, and the members that the schema does not declare."""
        if is_too_deep(value, DEEPEST):
            return [_violation("depth", node, path, keyword="schema", expected="fewer levels", value=None)]
        explanation = Explanation(self.schemas, direction)
        try:
            explanation.visit(value, [node], path)
        except RecursionError:
            explanation = Explanation(self.schemas, direction)
        self.seen.add(explanation.seen)
        found = explanation.found
        if explanation.steps > MOST_STEPS:
            return found
        try:
            errors = self.validators.errors(value, node, direction)
        except CannotJudge as error:
            return [
                *found,
                _violation(
                    "unusable-schema", node, path, keyword="schema", expected=printable(str(error)), value=value
                ),
            ]
        if not errors:
            return [violation for violation in found if violation.kind == "undeclared"]
        return found + [_unexplained(error, value, node, path) for error in _unreported(errors, found, path)]


def _unreported(errors: Sequence[Error], found: Sequence[Violation], path: ValuePath) -> Iterator[Error]:
    """The validator's errors without an explanation: no violation is at or below their location."""
    reported = _with_ancestors(each for each in found if each.kind not in ("undeclared", "ambiguous"))
    ambiguous = _with_ancestors(each for each in found if each.kind == "ambiguous")
    for error in errors:
        location = path.instance + error.instance
        if location not in reported and (error.keyword not in _UNIONS or location not in ambiguous):
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


def _unexplained(error: Error, value: JsonValue, node: SchemaNode, path: ValuePath) -> Violation:
    for step in pointer.split(error.instance):
        if isinstance(value, Mapping):
            value, path = value.get(step), path.member(step)
        elif isinstance(value, Sequence) and not isinstance(value, str):
            value, path = value[int(step)], path.item(int(step))
    return _violation("invalid", node, path, keyword=error.keyword, expected=printable(error.message), value=value)


def _violation(
    kind: str, node: SchemaNode, path: ValuePath, *, keyword: str, expected: str, value: JsonValue
) -> Violation:
    return Violation(kind, path.text, path.instance, pointer_of(node), keyword, expected, value)
