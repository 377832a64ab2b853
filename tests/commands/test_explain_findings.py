"""`explain` knows every id that a finding can have: the ids are collected from the code that makes findings."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import nemogen
from nemogen.commands.explain import explain, known_ids
from nemogen.commands.explain_findings import TABLES
from nemogen.commands.failing_operations import RULE
from nemogen.commands.meanings_of_states import STATES, SUBJECTS
from nemogen.diff.python.rules import SOURCE_RULES
from nemogen.diff.rules import RULES
from nemogen.errors import ConfigError
from nemogen.given_names import RENAMED_BY_MERGE, TWINS_DIFFER
from nemogen.openapi.ledger_consumers import Consumer
from nemogen.recordings import judge
from nemogen.report.model import State, Verdict

CODE = Path(nemogen.__file__).parent
BUNDLED = CODE / "recordings" / "bundled_tests"

MAKERS = dict.fromkeys(("Finding", "Loss", "finding", "note", "note_at", "_note_cost", "report"), 0)
"""Functions that take the id of a finding, with its position; a module may have others (`makers_of`)."""

RULE_LIKE = ("rule", "kind")
RETURNED = ("Finding", "Iterator[Finding]")

OPEN = {
    "commands/document_findings.py RENAMED_BY_MERGE",
    "commands/failing_operations.py RULE",
    "commands/recordings.py limit",
    "diff/bounds.py walk",
    "diff/group_findings.py first.rule.id",
    "diff/python/changes.py rule.id",
    "diff/python/read_usage.py node",
    "diff/subschemas.py walk",
    "naming/method_names.py TWINS_DIFFER",
    "openapi/ledger_uses.py f'not-used-by-{name}'",
    "recordings/judge.py f'recording-{violation.kind}'",
    "recordings/replay.py f'replay-{kind}'",
    """report/model.py f"{name}-{state.replace(' ', '-')}\"""",
}
"""Ids that are made of something else, with what makes them; `made_ids` has them all but those of rules of `diff`,
which tests/diff explains."""


def written_here(given: str) -> str:
    """A member of `OPEN` as this Python writes it: since 3.12, quotes in an f-string may be those around it."""
    path, _, expression = given.partition(" ")
    return f"{path} {ast.unparse(ast.parse(expression, mode='eval'))}"


def made_ids() -> Iterator[str]:
    """The ids of `OPEN`, and those that a local name or a table holds."""
    yield from (RENAMED_BY_MERGE, TWINS_DIFFER, RULE)
    yield from (f"not-used-by-{each.name.lower()}" for each in Consumer if each is not Consumer.CLIENT)
    yield from (f"recording-{each}" for each in judge.KINDS)
    yield from (f"replay-{each}" for each in literals(BUNDLED, {"Difference": 0}))
    yield from (f"sync-{each}" for each in ("at-fault", "not-checked", "internal-error"))
    yield from ("approval-unused", "approval-ended", "approval-used", "value-malformed", "document-part-malformed")
    yield from ("file-edited", "file-missing", "file-extra", "input-changed", "unknown-key", "not-reachable")


@cache
def trees() -> Mapping[Path, ast.Module]:
    paths = (path for path in sorted(CODE.rglob("*.py")) if "runtime" not in path.relative_to(CODE).parts)
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}


@cache
def calls(path: Path) -> tuple[ast.Call, ...]:
    return tuple(each for each in ast.walk(trees()[path]) if isinstance(each, ast.Call))


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    return str(getattr(call.func, "id", getattr(call.func, "attr", "")))


def given_ids(folder: Path, makers: Mapping[str, int]) -> Iterator[tuple[Path, ast.expr]]:
    """What each call of one of `makers`, or of one of the module's own, is given as the id."""
    for path in (each for each in trees() if each.is_relative_to(folder)):
        known = {**makers, **makers_of(path)}
        for node in calls(path):
            at = known.get(called(node))
            by_name = [each.value for each in node.keywords if each.arg == "id"]
            yield from ((path, each) for each in (by_name or node.args[at : at + 1] if at is not None else ()))


@cache
def makers_of(path: Path) -> dict[str, int]:
    """The functions of a module that return findings and have an argument for the rule."""
    found: dict[str, int] = {}
    for each in trees()[path].body:
        if isinstance(each, ast.FunctionDef) and each.returns and ast.unparse(each.returns).endswith(RETURNED):
            at = [at for at, argument in enumerate(each.args.args) if argument.arg in RULE_LIKE]
            found |= dict.fromkeys([each.name] if at else [], next(iter(at), 0))
    return found


def literals(folder: Path, makers: Mapping[str, int]) -> set[str]:
    return {text for _, given in given_ids(folder, makers) for text in texts(given)}


def texts(given: ast.expr) -> Iterator[str]:
    """The text of a literal, or both of a condition."""
    if isinstance(given, ast.IfExp):
        yield from (*texts(given.body), *texts(given.orelse))
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield given.value


def test_every_id_that_a_finding_can_have_is_explained() -> None:
    written = literals(CODE, MAKERS)
    assert {"tool-style", "pin-missing", "keyword-not-checked", "custom-types", "self-reference"} < written
    assert len(written) > 130
    for each in sorted({*written, *made_ids()}):
        assert explain(each).startswith(each), each


def test_ids_that_are_made_of_something_are_known_to_this_test() -> None:
    """A new one has to be added to `made_ids`, or its explanation would be missed."""
    found = {
        f"{path.relative_to(CODE).as_posix()} {ast.unparse(given)}"
        for path, given in given_ids(CODE, MAKERS)
        if not list(texts(given)) and not (isinstance(given, ast.Name) and given.id in RULE_LIKE)
    }
    assert found == {written_here(each) for each in OPEN}


def test_every_id_that_sarif_makes_of_a_subject_and_its_state_is_explained() -> None:
    """`upstream-missing`: SARIF needs an id also for a subject without findings."""
    failing = {state for state in State if state.verdict(None) not in (Verdict.CLEAN, Verdict.SKIPPED)}
    assert failing < {*STATES}
    for subject in sorted({*subjects_made(), *SUBJECTS}):
        for state in STATES:
            assert explain(f"{subject}-{state.replace(' ', '-')}").startswith(f"{subject}-")


def subjects_made() -> set[str]:
    """The names that the code writes out where it makes a subject."""
    made = (call.args[0] for path in trees() for call in calls(path) if called(call) == "Subject" and call.args)
    return {text for name in made for text in texts(name)}


def test_an_id_of_no_subject_is_not_explained_by_its_end() -> None:
    with pytest.raises(ConfigError, match="nothing has the id lokc-missing"):
        explain("lokc-missing")


def test_no_id_stands_in_two_tables_and_each_entry_says_what_to_do() -> None:
    ids = [each for table in TABLES for each in table]
    assert len(set(ids)) == len(ids)
    assert {*ids}.isdisjoint({*RULES, *SOURCE_RULES})
    assert {*ids} <= {*known_ids()}
    for table in TABLES:
        for each, meaning in table.items():
            assert all(text.endswith(".") for text in meaning), each
