"""Imports go downwards only, and never between two phases."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT / "generator"

PHASES = frozenset({"contract", "diff", "publish", "render", "report", "spec"})
ABOVE = frozenset({"cli", "cli_options", "cli_recordings", "pipeline", "terminal"})
"""What may import phases: `pipeline` joins them, the rim calls it and reports."""

MODULES = sorted(path for path in GENERATOR.rglob("*.py") if "__pycache__" not in path.parts)


def room_of(path: Path) -> str:
    """The first part of a module's path below generator/: a phase, or a module that all share."""
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> Iterator[tuple[int, str]]:
    """Line and room of every import of our own, also those inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Import | ast.ImportFrom) or (isinstance(node, ast.ImportFrom) and node.level):
            continue
        for alias in node.names:
            module = node.module or "" if isinstance(node, ast.ImportFrom) else alias.name
            name = f"{module}.{alias.name}" if module == "generator" else module
            if name.split(".")[0] == "generator":
                yield node.lineno, [*name.split("."), ""][1]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_a_module_imports_downwards_only(path: Path) -> None:
    room = room_of(path)
    for line, other in imported_rooms(path):
        where = f"{path.relative_to(ROOT)}:{line} imports generator.{other}"
        if room == "runtime":
            pytest.fail(f"{where}: the runtime is copied into packages and imports nothing of ours")
        if other == room or room in ABOVE:
            assert other != "cli", where
            continue
        assert other not in ABOVE, f"{where}: from above"
        assert room not in PHASES or other not in PHASES, f"{where}: from one phase into another"


def modules_that_import(name: str) -> set[str]:
    """Our modules (not those that are shipped in packages) that import a library, by path below generator/."""
    found = set()
    for path in MODULES:
        inside = path.relative_to(GENERATOR)
        if inside.parts[0] == "runtime" or "shipped" in inside.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(each.split(".")[0] == name for each in names):
                found.add(inside.as_posix())
    return found


def test_the_network_is_reached_from_named_modules_only() -> None:
    expected = {"contract/proxy.py", "spec/http.py", "publish/answers.py", "publish/github.py"}
    assert modules_that_import("httpx2") == expected


def test_processes_are_started_from_named_modules_only() -> None:
    expected = {"publish/git.py", "render/format.py", "contract/record.py", "contract/replay.py", "pipeline/full.py"}
    assert modules_that_import("subprocess") == expected
