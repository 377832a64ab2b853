"""Type checkers see what users write: quiet about what is right, the README's examples too, loud about each mistake."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.generated.readme import PACKAGE, SOURCE, blocks
from tests.type_checks import run_mypy

USAGE = Path(__file__).parent / "usage"
ERROR = re.compile(r"(\w+\.py):(\d+)(?::\d+ -|:) error\b")


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """right.py, wrong.py and the README's examples, one file each."""
    for file in USAGE.glob("*.txt"):
        shutil.copy(file, tmp_path / file.stem)
    python = (block for block in blocks(PACKAGE / "README.md") if block.language == "python")
    for number, block in enumerate(python, 1):
        (tmp_path / f"readme_{number}.py").write_text(block.code, encoding="utf-8")
    return tmp_path


def marked(folder: Path) -> set[tuple[str, int]]:
    lines = (folder / "wrong.py").read_text(encoding="utf-8").splitlines()
    return {("wrong.py", number) for number, line in enumerate(lines, 1) if line.endswith("# WRONG")}


def errors(output: str) -> set[tuple[str, int]]:
    """File and line of each error."""
    return {(match[1], int(match[2])) for match in ERROR.finditer(output)}


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    return done.stdout + done.stderr


@pytest.fixture(name="pyright")
def _pyright(tmp_path: Path) -> str:
    """The program, where it can run."""
    found = shutil.which("pyright", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if found is None:
        pytest.skip("pyright is not installed")
    version = run(tmp_path, found, "--version")
    if not version.startswith("pyright "):
        pytest.skip(f"pyright cannot run here: {version.strip()[-200:]}")
    return found


@pytest.mark.slow
def test_mypy_strict_finds_the_mistakes_and_nothing_else(folder: Path, mypy_cache: Path) -> None:
    files = sorted(path.name for path in folder.glob("*.py"))
    assert run_mypy(mypy_cache, folder, "-p", "mistral_nemo", sources=SOURCE) == ""
    output = run_mypy(mypy_cache, folder, *files, sources=SOURCE)
    assert errors(output) == marked(folder), output


@pytest.mark.slow
def test_pyright_finds_the_mistakes_and_nothing_else(folder: Path, pyright: str) -> None:
    settings = {
        "typeCheckingMode": "standard",
        # As their authors may have it: nothing that the README names has a type that is not known.
        "strict": ["program.py", "readme_*.py", "right.py"],
        "extraPaths": [str(SOURCE)],
        "include": [".", str(SOURCE)],
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    output = run(folder, pyright, "--pythonpath", sys.executable)
    assert errors(output) == marked(folder), output
