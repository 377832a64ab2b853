from __future__ import annotations

import re

import pytest

from nemogen.diff.rules import RULES, Rule
from nemogen.diff.schema_rules import CHANGES
from nemogen.findings import Direction, Level


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_all_fields_of_a_rule_are_filled(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.id)
    assert rule.level in Level
    assert rule.direction in Direction
    assert rule.area
    assert rule.message
    assert not rule.message.endswith(".")
    assert set(re.findall(r"\{(\w*)\}", rule.message)) <= {"what", "value", "old", "new"}


OPPOSITES = [("added", "removed"), ("set", "unset"), ("increased", "decreased"), ("widened", "narrowed")]
NAMES = {change[0]: change for change in CHANGES}


@pytest.mark.parametrize(("there", "back"), OPPOSITES)
def test_a_change_and_its_opposite_are_both_judged(there: str, back: str) -> None:
    for name in NAMES:
        for one, other in ((there, back), (back, there)):
            if re.search(rf"-{one}\b", name) and not name.startswith("discriminator-mapping"):
                assert re.sub(rf"-{one}\b", f"-{other}", name) in NAMES


def test_what_breaks_senders_one_way_does_not_break_them_the_other_way() -> None:
    for name, request, _, _ in CHANGES:
        opposite = re.sub(
            r"-(added|removed|set|unset|increased|decreased)\b",
            lambda match: (
                "-"
                + {
                    "added": "removed",
                    "removed": "added",
                    "set": "unset",
                    "unset": "set",
                    "increased": "decreased",
                    "decreased": "increased",
                }[match[1]]
            ),
            name,
        )
        if opposite != name and opposite in NAMES and request is Level.BREAKING:
            assert NAMES[opposite][1] is not Level.BREAKING


def test_rules_of_what_is_not_sent_never_break() -> None:
    for rule in RULES.values():
        if "read-only-property-" in rule.id and rule.id.startswith("request-read-only"):
            assert rule.level.rank >= Level.ADDITIVE.rank
