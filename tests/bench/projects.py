"""Copies of this project in a scratch folder, for commands to work on."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
API: Final = "mistral-nemo"
PIN: Final = ROOT / "specs" / API / "openapi.json"

_PARTS: Final = ("specs", "generated", "tests/recordings")
_CACHES: Final = shutil.ignore_patterns("__pycache__", ".mypy_cache", "*.egg-info", "build")


def copy_project(target: Path) -> Path:
    """All that nemogen reads of a project that has no templates of its own."""
    for part in _PARTS:
        shutil.copytree(ROOT / part, target / part, ignore=_CACHES)
    return target


def new_project(target: Path, document: Path) -> Path:
    """A project of one API, `sample`, that has nothing but a pin: a copy of `document`."""
    folder = target / "specs" / "sample"
    folder.mkdir(parents=True)
    shutil.copyfile(document, folder / "openapi.json")
    (folder / "api.toml").write_text('[source]\nfile = "openapi.json"\n')
    return target
