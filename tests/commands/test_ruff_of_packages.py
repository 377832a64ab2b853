"""A generated package has its own rules of ruff: those of a project around it do not complain about generated code."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.commands.workshop import Workshop

STRICT = '[tool.ruff]\nline-length = 60\n\n[tool.ruff.lint]\nselect = ["ALL"]\n'


@pytest.mark.parametrize("where", [".", "generated/shop"])
@pytest.mark.parametrize("arguments", [("check",), ("format", "--check")], ids=["check", "format"])
def test_ruff_has_nothing_against_a_package(local: Workshop, arguments: tuple[str, ...], where: str) -> None:
    local.write("pyproject.toml", STRICT)
    command = [sys.executable, "-m", "ruff", *arguments, "--no-cache"]
    target = "generated" if where == "." else "."
    done = subprocess.run([*command, target], cwd=local.root / where, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
