"""What is published: wheel and sdist hold all that they need, byte for byte the same whoever builds them and when."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.commands import documents

PROJECT = Path(__file__).parents[1]
BUILD = PROJECT / ".ci/build"


def build(folder: Path, **variables: str) -> dict[str, Path]:
    """Wheel and sdist, by suffix."""
    subprocess.run([sys.executable, BUILD, folder], env={**os.environ, **variables}, capture_output=True, check=True)
    return {path.suffix: path for path in folder.iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return build(tmp_path_factory.mktemp("dist"))


def tracked(*folders: str) -> set[str]:
    """The files below the folders that git knows, and that are there."""
    command = ["git", "ls-files", "-z", *folders]
    names = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.split("\0")
    return {name for name in names if name and (PROJECT / name).is_file()}


def test_the_wheel_holds_every_module_template_and_table(built: dict[str, Path]) -> None:
    names = zipfile.ZipFile(built[".whl"]).namelist()
    code = {name.removeprefix("generator/") for name in tracked("generator")}
    code |= {f"nemogen/_{name}" for name in tracked("templates")}
    assert {name for name in names if ".dist-info/" not in name} == code


def test_the_sdist_holds_what_the_wheel_is_built_from(built: dict[str, Path]) -> None:
    with tarfile.open(built[".gz"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    texts = {"pyproject.toml", "README.md", "LICENSE", "SECURITY.md", "constraints.txt"}
    assert tracked("generator", "templates") | texts <= names
    assert not [name for name in names if name.startswith(("tests/", "generated/"))]


def test_both_are_the_same_bytes_when_they_are_built_again(built: dict[str, Path], tmp_path: Path) -> None:
    again = build(tmp_path, PYTHONHASHSEED="7", TZ="Pacific/Apia", HOME=str(tmp_path), LC_ALL="C")
    assert {each.name: each.read_bytes() for each in again.values()} == {
        each.name: each.read_bytes() for each in built.values()
    }


@pytest.mark.slow
def test_the_wheel_works_from_an_empty_folder(built: dict[str, Path], tmp_path: Path) -> None:
    target, project = tmp_path / "site", tmp_path / "project"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target)]
    subprocess.run([*pip, str(built[".whl"])], check=True)
    (project / "specs").mkdir(parents=True)
    (project / "openapi.json").write_bytes(documents.FIRST)
    environment = {**os.environ, "PYTHONPATH": str(target)}
    for arguments in (("add", "shop", "openapi.json"), ("check", "--offline")):
        command = [sys.executable, str(target / "bin/nemogen"), *arguments]
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done
    where = [sys.executable, "-c", "import nemogen; print(nemogen.__file__)"]
    found = subprocess.run(where, cwd=project, env=environment, capture_output=True, text=True, check=True).stdout
    assert Path(found.strip()).is_relative_to(target)
    assert (project / "generated/shop/pyproject.toml").is_file()
