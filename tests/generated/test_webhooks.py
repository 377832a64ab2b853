"""The example of webhooks in the README of a package runs as it stands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nemogen.assets import Assets
from nemogen.client import package
from tests.generated.readme import PROJECT, blocks
from tests.test_cases import document_of, settings_of
from tests.type_checks import run_mypy

CASE = PROJECT / "tests/cases/webhooks-and-callbacks"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with the example of its README beside it."""
    folder = tmp_path_factory.mktemp("webhooks")
    assets = Assets(PROJECT / "templates", PROJECT / "generator" / "nemogen" / "runtime")
    built = package.build(document_of(CASE), settings_of(CASE), assets)
    files = package.assemble(built, settings_of(CASE), assets, version="0.1.0", changelog="", provenance={}, tests={})
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (example,) = (each for each in blocks(folder / "README.md") if each.name == "Webhooks: python 1")
    (folder / "example.py").write_text(example.code)
    return folder


def test_the_example_of_webhooks_runs(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "example.py"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("unknown event: None {'any': 'event'}\n", "")


@pytest.mark.slow
def test_the_example_of_webhooks_passes_the_type_checker(folder: Path, mypy_cache: Path) -> None:
    assert run_mypy(mypy_cache, folder, "example.py", sources=folder / "src") == ""
