"""The table of features: each test that it names exists, what it calls reported is reported, and prose is prose."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

from nemogen.openapi.ledger import Ledger, Use, draw_up
from nemogen.openapi.ledger_uses import CLIENT_LOSSES, LOST, USES, Consumer
from nemogen.openapi.read_document import read_document
from tests.docs import features

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("reported-3.2.yaml", "reported-2.0.yaml")
NOT_VISITED = frozenset({"contact", "license"})
"""Objects that are prose as a whole."""


@cache
def ledger(name: str) -> Ledger:
    return draw_up(read_document((Path(__file__).parent / name).read_bytes(), name))


@cache
def functions(path: Path) -> frozenset[str]:
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return frozenset(each.name for each in body if isinstance(each, ast.FunctionDef))


@pytest.mark.parametrize("test", sorted({row.test for row in features.rows()} | {test for *_, test in features.VALUES}))
def test_each_test_that_is_named_exists(test: str) -> None:
    path, _, function = test.partition("::")
    if function:
        assert function in functions(ROOT / path)
    else:
        assert list((ROOT / path).glob("spec.*"))


def test_everything_that_the_client_uses_has_a_test_and_nothing_else() -> None:
    used = {field for field, signs in USES.items() if signs[Consumer.CLIENT] != LOST}
    assert used == features.PROOFS.keys()


def test_what_is_not_supported_is_reported() -> None:
    seen: dict[tuple[str, str], set[Use]] = {}
    for entry in (each for name in DOCUMENTS for each in ledger(name).entries()):
        seen.setdefault((entry.kind, entry.key), set()).add(entry.use)
    rows = [row for row in features.rows() if row.test == features.REPORTED]
    assert len(rows) > 60
    assert {(row.kind, row.key) for row in rows if seen.get((row.kind, row.key)) != {Use.REPORTED}} == set()
    told = {finding.id for name in DOCUMENTS for finding in ledger(name).findings()}
    assert {loss.rule for loss in CLIENT_LOSSES.values()} - told == set()


def test_what_is_ignored_is_prose() -> None:
    seen = {(each.kind, each.key): each.use for name in DOCUMENTS for each in ledger(name).entries()}
    rows = [row for row in features.rows() if row.test == features.IGNORED and row.kind not in NOT_VISITED]
    assert {(row.kind, row.key) for row in rows if seen.get((row.kind, row.key)) != Use.PROSE} == set()
