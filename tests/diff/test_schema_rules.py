"""Every rule on schemas is proven to fire, in every scope it has, with one small case a change."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest

from nemogen.diff.compare import compare
from nemogen.diff.rules import RULES
from nemogen.diff.schema_rules import ALIASES, CHANGES, SCOPES, SCOPES_OF
from nemogen.findings import Direction, Finding
from tests.diff.documents import cases, in_scope

TODAY = datetime.date(2026, 11, 22)
SCHEMAS = cases("schemas")
FIRING = [(scope, change[0]) for change in CHANGES for scope in SCOPES_OF.get(change[0], tuple(SCOPES))]


def run(scope: str, change: str) -> tuple[Finding, ...]:
    case: dict[str, Any] = SCHEMAS[change]
    if SCOPES[scope][0] is Direction.RESPONSE:
        case = {**case, **case.get("response", {})}
    needs = case.get("required", [False, False])
    media = case.get("media", "application/json")
    base, revision = (
        in_scope(scope, case[side], required=need, media=media)
        for side, need in zip(("base", "revision"), needs, strict=True)
    )
    return compare(base, revision, today=TODAY)


@pytest.mark.parametrize(("scope", "change"), FIRING)
def test_a_change_of_a_schema_is_one_finding_of_its_rule(scope: str, change: str) -> None:
    id_ = f"{scope}-{change}"
    rule = RULES[ALIASES.get(id_, id_)]
    findings = run(scope, change)
    assert [finding.id for finding in findings if finding.area != "prose"] == [rule.id]
    assert findings[0].level is rule.level
    assert findings[0].direction is rule.direction
    assert not re.search(r"\{(what|value|old|new)\}", findings[0].message)


def test_every_change_of_a_schema_has_a_case_and_every_case_a_change() -> None:
    assert SCHEMAS.keys() == {change[0] for change in CHANGES}
