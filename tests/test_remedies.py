"""Every error that nemogen raises says how to go on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from nemogen import errors

CODE = Path(errors.__file__).parent
ERRORS = {name for name, each in vars(errors).items() if isinstance(each, type) and issubclass(each, Exception)}
WITHOUT = {
    "client/format.py": "the further lines of ruff; the first problem has the remedy",
    "naming/canonical_operations.py": "what cost the document its operations; the first problem has the remedy",
    "recordings/har.py": "an entry that was skipped, which is a note",
    "recordings/vcr.py": "an interaction that was skipped, which is a note",
}
"""Modules with problems that are beside another one."""


def without_remedy(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {*ERRORS, "Problem"}:
            has_one = any(each.arg in ("remedy", None) for each in node.keywords) or len(node.args) > 2
            if not has_one and not any(isinstance(each, ast.Starred) for each in node.args):
                yield node.func.id


def test_every_error_has_a_remedy_where_it_is_raised() -> None:
    modules = [path for path in CODE.rglob("*.py") if "runtime" not in path.parts and path.name != "interrupts.py"]
    assert len(modules) > 300
    found = {path.relative_to(CODE).as_posix(): set(without_remedy(path)) - {"Interrupted"} for path in modules}
    assert {path: names for path, names in found.items() if names} == {path: {"Problem"} for path in WITHOUT}
