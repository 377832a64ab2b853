"""What people step into reads like code that a person wrote: calls name their arguments, and options are typed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "generator/nemogen/runtime"
CASES = ROOT / "tests/cases"

MOST_POSITIONAL = 5
"""httpcore2's own `connect_tcp` takes as many."""

PACKAGES = (
    "arguments-declared-once",
    "files-and-multipart",
    "pagination-styles",
    "security-two-keys",
    "servers-and-variables",
    "stream-switches",
    "webhooks-and-callbacks",
)


def sources() -> list[Path]:
    folders = [RUNTIME, *(CASES / name / "expected" for name in PACKAGES)]
    found = [path for folder in folders for path in sorted(folder.rglob("*.py"))]
    assert all(any(path.is_relative_to(folder) for path in found) for folder in folders)
    return found


def unnamed_arguments(tree: ast.Module) -> Iterator[int]:
    """Lines of calls with many positional arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and len(node.args) > MOST_POSITIONAL:
            yield node.lineno


def untyped_options(tree: ast.Module) -> Iterator[int]:
    """Lines of functions that take any further keyword with any value."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.args.kwarg is not None:
            kind = node.args.kwarg.annotation
            if kind is None or ast.unparse(kind) in ("Any", "object", "typing.Any"):
                yield node.lineno


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_calls_name_their_arguments_and_options_are_typed(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert list(unnamed_arguments(tree)) == [], "name the arguments, or pass a frozen value"
    assert list(untyped_options(tree)) == [], "use Unpack of a TypedDict, or name the options"


def test_both_rules_find_what_they_are_for() -> None:
    tree = ast.parse("f(1, 2, 3, 4, 5, 6)\ndef g(**options: Any): ...\ndef h(**options: Unpack[Options]): ...\n")
    assert (list(unnamed_arguments(tree)), list(untyped_options(tree))) == ([1], [2])
