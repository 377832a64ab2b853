"""The table of rules: the id, the level and the message of each finding of a diff."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nemogen.diff import schema_rules
from nemogen.diff.document_rules import DOCUMENT_RULES
from nemogen.diff.operation_rules import OPERATION_RULES
from nemogen.findings import Direction, Level
from nemogen.light_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. `message` has places for {what}, {value}, {old} and {new}.

    `is_broad`: all findings of this rule and operation are one, whatever they are about, as with prose.
    `is_loss`: fewer values are valid after it, whatever its level is.
    """

    id: str
    level: Level
    direction: Direction
    area: str
    message: str
    is_broad: bool = False
    is_loss: bool = False


def _schema_rules() -> Iterator[Rule]:
    for scope, (direction, area) in schema_rules.SCOPES.items():
        for name, request, response, message in schema_rules.CHANGES:
            if scope not in schema_rules.SCOPES_OF.get(name, (scope,)):
                continue
            id_ = f"{scope}-{name}"
            level = schema_rules.LEVELS.get(id_, request if direction is Direction.REQUEST else response)
            if scope in schema_rules.QUIET_SCOPES and level.rank < Level.ADDITIVE.rank:
                level = Level.NOTE if name in schema_rules.LOSSES else Level.ADDITIVE
            is_broad = name.startswith("additional-properties")
            is_loss = name in schema_rules.LOSSES
            yield Rule(schema_rules.ALIASES.get(id_, id_), level, direction, area, message, is_broad, is_loss)


def _other_rules() -> Iterator[Rule]:
    for area, direction, rows in (*OPERATION_RULES, *DOCUMENT_RULES):
        for id_, level, message in rows:
            yield Rule(id_, level, direction, area, message, area in ("prose", "unreachable"))


RULES: Mapping[str, Rule] = {rule.id: rule for rule in (*_other_rules(), *_schema_rules())}
"""All rules by id."""
