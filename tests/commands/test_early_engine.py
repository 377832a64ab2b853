"""The models' engine is started at once where an API is regenerated for certain, and else not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from nemogen.client import models_engine
from nemogen.commands.early_engine import start_where_certain
from nemogen.commands.sync_options import SyncOptions, generate_options
from nemogen.errors import ConfigError
from nemogen.project import Project

SOURCE: Final = '[source]\nfile = "openapi.json"\n'
GENERATE: Final = generate_options(force=False, cache=True)


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An entry for each time that the engine was started."""
    found: list[str] = []
    monkeypatch.setattr(models_engine, "start_models_engine", lambda: found.append("started"))
    return found


def project_of(folder: Path, **locked: bool) -> Project:
    """A project with these APIs, each of which has a lock or not."""
    for name, is_locked in locked.items():
        api = folder / "specs" / name
        api.mkdir(parents=True)
        (api / "api.toml").write_text(SOURCE)
        if is_locked:
            (api / "lock.json").write_text("{}")
    return Project.find(folder)


@pytest.mark.parametrize(
    ("locked", "options", "expected"),
    [
        ({"one": False}, GENERATE, 1),
        ({"one": True}, GENERATE, 0),
        ({"one": True}, generate_options(force=True, cache=True), 1),
        ({"one": True}, generate_options(force=False, cache=False), 1),
        ({"one": True}, SyncOptions(offline=True), 0),
        ({"one": True}, SyncOptions(), 1),
        ({"one": True, "two": False}, GENERATE, 1),
        ({"one": False, "two": False}, generate_options(force=False, cache=True, jobs=2), 0),
        ({"one": False}, generate_options(force=False, cache=True, jobs=2), 1),
    ],
)
def test_it_is_started_where_the_lock_cannot_decide(
    starts: list[str], tmp_path: Path, locked: dict[str, bool], options: SyncOptions, expected: int
) -> None:
    start_where_certain(project_of(tmp_path, **locked), (), options)
    assert len(starts) == expected


def test_another_engine_needs_no_process(starts: list[str], tmp_path: Path) -> None:
    project = project_of(tmp_path, one=False)
    (tmp_path / "specs" / "one" / "api.toml").write_text(f'{SOURCE}[client]\nengine = "openapi-python-client"\n')
    start_where_certain(project, (), GENERATE)
    assert starts == []


def test_an_api_that_is_not_there_starts_nothing(starts: list[str], tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        start_where_certain(project_of(tmp_path, one=False), ("other",), GENERATE)
    assert starts == []


def test_nothing_is_imported_before_it_that_the_engine_would_wait_for() -> None:
    modules = "'nemogen.canonical', 'nemogen.document', 'nemogen.config', 'nemogen.source.lock', 'subprocess'"
    code = f"import nemogen.commands.early_engine, sys; print([each for each in ({modules}) if each in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_its_process_is_forked_before_the_rest_of_the_client_is_imported() -> None:
    modules = "'nemogen.canonical', 'nemogen.document', 'nemogen.client.models'"
    code = f"import nemogen.client.models_engine, sys; print([each for each in ({modules}) if each in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
