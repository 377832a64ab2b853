"""The example of webhooks in the README of a package runs as it stands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from nemogen.assets import Assets
from nemogen.client import package
from tests.generated.readme import PROJECT, blocks
from tests.test_cases import document_of, settings_of

CASE = PROJECT / "tests/cases/webhooks-and-callbacks"


def test_the_example_of_webhooks_runs_and_passes_the_type_checker(tmp_path: Path) -> None:
    assets = Assets(PROJECT / "templates", PROJECT / "generator" / "nemogen" / "runtime")
    built = package.build(document_of(CASE), settings_of(CASE), assets)
    files = package.assemble(built, settings_of(CASE), assets, version="0.1.0", changelog="", provenance={}, tests={})
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    (example,) = (each for each in blocks(tmp_path / "README.md") if each.name == "Webhooks: python 1")
    (tmp_path / "example.py").write_text(example.code)
    run = {**os.environ, "PYTHONPATH": str(tmp_path / "src"), "MYPYPATH": str(tmp_path / "src")}
    for command in (
        ["-W", "error", "example.py"],
        ["-m", "mypy", "--strict", f"--cache-dir={os.devnull}", "example.py"],
    ):
        done = subprocess.run(
            [sys.executable, *command], cwd=tmp_path, env=run, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "mypy" in command or done.stdout == "unknown event: None {'any': 'event'}\n"
