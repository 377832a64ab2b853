"""Type checkers: quiet about what users rightly write, and loud about each mistake."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.type_checks import run_mypy

HERE = Path(__file__).parent
SAMPLE = HERE / "sample"
ERROR = re.compile(r"(right|wrong)\.py:(\d+):(?:\d+:)? error|(right|wrong)\.py:(\d+):\d+ - error")


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """The two files, under names that a type checker takes."""
    for name in ("right.py", "wrong.py"):
        shutil.copy(HERE / "usage" / f"{name}.txt", tmp_path / name)
    return tmp_path


def wrong_lines(folder: Path) -> set[int]:
    lines = (folder / "wrong.py").read_text().splitlines()
    return {number for number, line in enumerate(lines, 1) if line.endswith("# WRONG")}


def found(output: str) -> dict[str, set[int]]:
    """Lines with errors, by file."""
    lines: dict[str, set[int]] = {"right": set(), "wrong": set()}
    for match in ERROR.finditer(output):
        lines[match[1] or match[3]].add(int(match[2] or match[4]))
    return lines


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    return done.stdout + done.stderr


@pytest.mark.slow
def test_mypy_strict_finds_the_mistakes_and_nothing_else(folder: Path, mypy_cache: Path) -> None:
    output = run_mypy(mypy_cache, folder, "right.py", "wrong.py", sources=SAMPLE)
    assert found(output) == {"right": set(), "wrong": wrong_lines(folder)}, output
    assert "sample_api/" not in output, output


@pytest.mark.slow
def test_pyright_finds_the_mistakes_and_nothing_else(folder: Path) -> None:
    pyright = shutil.which("pyright")
    if pyright is None:
        pytest.skip("pyright is not installed")
    (folder / "sample_api").symlink_to(SAMPLE / "sample_api")
    (folder / "pyrightconfig.json").write_text('{"typeCheckingMode": "standard"}')
    output = run(folder, pyright, "--pythonpath", sys.executable)
    assert found(output) == {"right": set(), "wrong": wrong_lines(folder)}, output
    assert "sample_api/" not in output, output
