"""The table of features: each test that it names exists, what it calls reported is reported, and prose is prose."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from nemogen.openapi.ledger import Ledger, Use, draw_up
from nemogen.openapi.ledger_consumers import Consumer
from nemogen.openapi.ledger_uses import CLIENT_LOSSES, LOST, USES
from nemogen.openapi.read_document import read_document
from tests.docs import features

ROOT = Path(__file__).parents[2]
SUPPORTED = ("supported-3.2.yaml", "supported-2.0.yaml")
"""Documents with what no case has."""

DOCUMENTS = ("reported-3.2.yaml", "reported-2.0.yaml")
NOT_VISITED = frozenset({"contact", "license"})
"""Objects that are prose as a whole."""


@cache
def ledger(name: str) -> Ledger:
    return draw_up(read_document((Path(__file__).parent / name).read_bytes(), name))


@cache
def definitions(path: Path) -> Mapping[str, str]:
    """What a module defines at its top, by name: the text of each, decorators included."""
    text = path.read_text(encoding="utf-8")
    lines, found = text.splitlines(), {}
    for node in ast.parse(text).body:
        decorators = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(each.lineno for each in decorators)])
        for name in _names(node):
            found[name] = "\n".join(lines[first - 1 : node.end_lineno])
    return found


def _names(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [each.id for each in targets if isinstance(each, ast.Name)]


@cache
def text_of(test: str) -> str:
    """What a test is made of: the document of a case, or a function with all of its module that it leads to."""
    path, _, function = test.partition("::")
    if not function:
        (spec,) = (ROOT / path).glob("spec.*")
        return spec.read_text(encoding="utf-8")
    known, found, ahead = definitions(ROOT / path), dict[str, str](), [function]
    assert function in known, test
    while ahead:
        name = ahead.pop()
        if name in known and name not in found:
            found[name] = known[name]
            ahead += re.findall(r"\w+", known[name])
    return "\n".join(found.values())


PROVED = [row for row in features.rows() if row.test not in (features.REPORTED, features.IGNORED)]


@pytest.mark.parametrize("row", PROVED, ids=lambda row: f"{row.kind}-{row.key}")
def test_the_test_of_a_key_mentions_it(row: features.Row) -> None:
    """A test that does not write the key cannot prove anything of it; a map of any names has none to write."""
    assert row.key == "*" or re.search(rf"(?<![\w$]){re.escape(row.key)}(?!\w)", text_of(row.test))


@pytest.mark.parametrize("value", features.VALUES, ids=lambda value: value[0])
def test_the_test_of_a_value_exists(value: tuple[str, str, str, str]) -> None:
    assert text_of(value[3])


def test_some_document_of_the_cases_uses_each_key() -> None:
    """What the client is said to use, the ledger of a document says so too; perturbation proves that it counts."""
    used = {(each.kind, each.key) for ledger in ledgers() for each in ledger.entries() if each.use is Use.USED}
    rows = {(row.kind, row.key) for row in PROVED if row.key != "*"}
    assert rows - used == set()


def ledgers() -> Iterator[Ledger]:
    own = [Path(__file__).parent / name for name in SUPPORTED]
    for path in (*own, *sorted((ROOT / "tests" / "cases").glob("*/spec.*"))):
        if not (path.parent / "stderr.txt").is_file():
            yield draw_up(read_document(path.read_bytes(), path.name))


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
    reported = {finding.id for name in DOCUMENTS for finding in ledger(name).findings()}
    assert {loss.rule for loss in CLIENT_LOSSES.values()} - reported == set()


def test_what_is_ignored_is_prose() -> None:
    seen = {(each.kind, each.key): each.use for name in DOCUMENTS for each in ledger(name).entries()}
    rows = [row for row in features.rows() if row.test == features.IGNORED and row.kind not in NOT_VISITED]
    assert {(row.kind, row.key) for row in rows if seen.get((row.kind, row.key)) != Use.PROSE} == set()
