"""The table of rules, as users see it and as a person has reviewed it: rules.txt.

Each line is a rule: its id, its level, who sends what it is about, and what it means. To write the file again after a
rule or a level was changed, and then read the difference, which is what reviewers have to agree with:

    NEMOGEN_UPDATE_CASES=1 pytest -n0 tests/diff/test_rules.py
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from nemogen.diff.python.rules import SOURCE_RULES
from nemogen.diff.rules import RULES
from nemogen.diff.schema_rules import CHANGES, LOSSES
from nemogen.findings import Level

REVIEWED = Path(__file__).with_name("rules.txt")


def test_the_table_of_rules_is_the_one_that_was_reviewed() -> None:
    command = [str(Path(sys.executable).with_name("nemogen")), "diff", "--rules"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    if os.environ.get("NEMOGEN_UPDATE_CASES") == "1":
        REVIEWED.write_text(printed, encoding="utf-8")
    assert printed.splitlines() == REVIEWED.read_text(encoding="utf-8").splitlines()


def test_every_rule_is_in_the_table_and_complete() -> None:
    head, *rows = REVIEWED.read_text(encoding="utf-8").splitlines()
    assert head.split() == ["id", "level", "side", "meaning"]
    assert [row.split()[0] for row in rows] == sorted({*RULES, *SOURCE_RULES})
    for row in rows:
        id_, level, side, meaning = re.split(r" +", row, maxsplit=3)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", id_)
        assert level in list(Level)
        assert side in {"request", "response", "both", "none"}
        assert not meaning.endswith(".")
        assert set(re.findall(r"\{(\w*)\}", meaning)) <= {"names", "what", "value", "old", "new"}
    assert {rule.area for rule in RULES.values()} > {"schema", "paths"}
    assert all(rule.area for rule in RULES.values())


TAKEN_AWAY = re.compile(r"\blost\b|\bwas removed\b|\bfewer types\b|no longer declares")
"""How a message says that a caller has something no longer."""


def test_a_loss_is_never_called_additive() -> None:
    losses = [rule for rule in RULES.values() if rule.is_loss or TAKEN_AWAY.search(rule.message)]
    assert len(losses) > len(LOSSES)
    assert [rule.id for rule in losses if rule.level is Level.ADDITIVE] == []


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
