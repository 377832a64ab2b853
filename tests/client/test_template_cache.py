"""Compiled templates that are kept between runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import jinja2
import pytest

from nemogen.client import client, planner
from nemogen.client.environment import environment
from nemogen.client.template_cache import VARIABLE
from tests.client.planned import TEMPLATES
from tests.test_cases import CASES, document_of, settings_of

GOOD = [case for case in CASES if (case / "expected").is_dir()]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the entries, which is not there yet."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache" / "templates"


def fresh(templates: Path = TEMPLATES) -> jinja2.Environment:
    """An environment that has compiled nothing, as in a new process."""
    return environment.__wrapped__(templates)


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "a.jinja").write_text(text)
    return folder


def rendered(templates: Path) -> str:
    return fresh(templates).get_template("a.jinja").render(name="x")


def entries(cache: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in cache.iterdir()}


def test_with_the_cache_the_same_is_written_as_without_it(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plans = [planner.plan(document_of(case), settings_of(case)) for case in GOOD]
    environments = [fresh(), fresh()]
    monkeypatch.setenv(VARIABLE, "")
    without, filled, found = ([client.modules(plan, made, "#") for plan in plans] for made in (fresh(), *environments))
    assert without == filled == found
    assert entries(cache)


def test_an_entry_is_taken_until_its_template_changes(cache: Path, tmp_path: Path) -> None:
    templates = write(tmp_path / "templates", "Hello {{ name }}")
    assert rendered(templates) == "Hello x"
    before = entries(cache)
    assert rendered(templates) == "Hello x"
    assert entries(cache) == before
    write(templates, "Bye {{ name }}")
    assert rendered(templates) == "Bye x"
    assert len(entries(cache)) == len(before) + 1


@pytest.mark.parametrize("content", [b"", b"damaged" * 20], ids=["empty", "other bytes"])
def test_a_damaged_entry_is_ignored_and_written_again(cache: Path, tmp_path: Path, content: bytes) -> None:
    templates = write(tmp_path / "templates", "Hello {{ name }}")
    rendered(templates)
    before = entries(cache)
    for name in before:
        (cache / name).write_bytes(content or before[name][:40])
    assert rendered(templates) == "Hello x"
    assert entries(cache) == before


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owner")
@pytest.mark.parametrize(("mode", "is_ours"), [(0o777, False), (0o720, False), (0o702, False), (0o755, True)])
def test_entries_that_others_could_write_are_ignored(mode: int, is_ours: bool, cache: Path, tmp_path: Path) -> None:
    templates = write(tmp_path / "templates", "Hello {{ name }}")
    rendered(templates)
    (path,) = cache.iterdir()
    path.unlink()
    cache.chmod(mode)
    assert rendered(templates) == "Hello x"
    assert bool(entries(cache)) == is_ours


def test_the_cache_keeps_a_limited_number_of_entries(cache: Path, tmp_path: Path) -> None:
    cache.mkdir(parents=True, mode=0o700)
    for number in range(400):
        (cache / f"{number}.template").write_bytes(b"")
    rendered(write(tmp_path / "templates", "Hello {{ name }}"))
    assert len(entries(cache)) == 1


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "file"))
    assert rendered(write(tmp_path / "templates", "Hello {{ name }}")) == "Hello x"


def test_nothing_is_kept_where_python_keeps_no_bytecode(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert rendered(write(tmp_path / "templates", "Hello {{ name }}")) == "Hello x"
    assert not cache.exists()
