"""The contract tests that a package ships, in an environment that has the package, pytest and nothing of ours."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
import venv
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

from tests.commands.talks import open_talks, samples
from tests.recordings.samples import chat, thing

ERROR = {"message": "no", "statusCode": 400}


def closure(names: list[str]) -> Iterator[metadata.Distribution]:
    """The distributions of these names and all that they need, as they are installed here."""
    seen: set[str] = set()
    while names:
        name = re.split(r"[^A-Za-z0-9._-]", names.pop())[0].lower().replace("_", "-")
        if name in seen:
            continue
        seen.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # needed by another system or another Python
            continue
        yield found
        names += [each for each in found.requires or () if "extra ==" not in each]


@pytest.fixture(scope="module", name="package")
def _package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a generated package, away from the project that made it."""
    folder = tmp_path_factory.mktemp("shipped")
    made = open_talks(folder / "project", [*samples(), thing(), chat("refused", ERROR, status=400)])
    return Path(shutil.copytree(made.root / "generated/talk", folder / "talk"))


@pytest.fixture(scope="module", name="python")
def _python(tmp_path_factory: pytest.TempPathFactory, package: Path) -> Path:
    """A Python of an environment of its own, filled without a network: from what is installed here."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    (site,) = folder.rglob("site-packages")
    needed = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    for distribution in closure([*needed, "pytest"]):
        for file in {Path(str(each)).parts[0] for each in distribution.files or ()} - {"..", "__pycache__"}:
            source = Path(str(distribution.locate_file(file)))
            if source.is_dir():
                shutil.copytree(source, site / file, dirs_exist_ok=True)
            else:
                shutil.copyfile(source, site / file)
    shutil.copytree(package / "src/talk", site / "talk")
    return scripts / "python"


def run(python: Path, package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST"))}
    return subprocess.run(
        [python, *arguments], cwd=package, env=kept, capture_output=True, text=True, timeout=120, check=False
    )


def test_they_run_sync_and_async_where_nothing_of_ours_is_installed(python: Path, package: Path) -> None:
    assert "No module named 'nemogen'" in run(python, package, "-c", "import nemogen").stderr
    done = run(python, package, "-m", "pytest", "-v", "-p", "no:cacheprovider", "tests/contract")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("sync] PASSED") == 8
    assert done.stdout.count("-async] PASSED") == 4


def test_they_fail_where_the_package_does_not_do_as_recorded(python: Path, package: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(package, tmp_path / "talk"))
    recording = copy / "tests/contract/recordings/items.retrieve/thing.json"
    recording.write_text(recording.read_text().replace("a%2Fb%20c", "other"))
    done = run(python, copy, "-m", "pytest", "-p", "no:cacheprovider", "tests/contract")
    assert done.returncode == 1, done.stdout
    assert "2 failed, 6 passed" in done.stdout
