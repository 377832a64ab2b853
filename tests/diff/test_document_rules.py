"""Every rule that is not on schemas is proven to fire, with one small case a rule."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from nemogen.diff.compare import compare
from nemogen.diff.document_rules import DOCUMENT_RULES
from nemogen.diff.operation_rules import OPERATION_RULES
from nemogen.diff.rules import RULES
from tests.diff.documents import cases, document

TODAY = datetime.date(2026, 11, 22)
DOCUMENTS = cases("documents")
ELSEWHERE = {"document-too-deep"}
"""Rules that no pair of small documents makes fire; test_robustness has them."""


def whole(part: dict[str, Any]) -> dict[str, Any]:
    return document(**part)


@pytest.mark.parametrize("id_", DOCUMENTS)
def test_a_change_is_one_finding_of_its_rule(id_: str) -> None:
    case = DOCUMENTS[id_]
    findings = compare(whole(case["base"]), whole(case["revision"]), today=TODAY)
    assert sorted(finding.id for finding in findings) == sorted([id_, *case.get("more", [])])
    finding = next(finding for finding in findings if finding.id == id_)
    assert finding.level is RULES[id_].level
    assert finding.area == RULES[id_].area
    assert "{what}" not in finding.message


def test_every_rule_has_a_case() -> None:
    rules = {row[0] for _, _, rows in (*OPERATION_RULES, *DOCUMENT_RULES) for row in rows}
    assert rules == DOCUMENTS.keys() | ELSEWHERE
