from __future__ import annotations

import json
import subprocess
import sys

import pytest

from nemogen.errors import LockError, SpecError
from nemogen.findings import Level
from nemogen.project import Project
from nemogen.source.file_hashes import sha256
from nemogen.source.lock import compare_lock, dump_lock
from nemogen.source.store import (
    Release,
    dump_releases,
    parse_releases,
    read_disk,
    read_lock,
    read_pin,
    read_releases,
)
from tests.source.test_lock import LOCK

RELEASES = (
    Release("2.0.0", Level.BREAKING, "a" * 40, ("`model` is required.", "größer")),
    Release("1.0.0", Level.ADDITIVE, None, ()),
)


@pytest.fixture
def api(project: Project) -> Project:
    """A project with an API `one` that has a pin, settings and a generated file."""
    (project.root / "specs/one").mkdir(parents=True)
    (project.root / "specs/one/openapi.json").write_bytes(b"{}")
    (project.root / "specs/one/api.toml").write_bytes(b"settings")
    (project.root / "generated/one").mkdir(parents=True)
    (project.root / "generated/one/README.md").write_bytes(b"readme")
    return project


def test_releases_are_read_as_they_were_written() -> None:
    assert parse_releases(dump_releases(RELEASES), "releases.json") == RELEASES


@pytest.mark.parametrize(
    "change",
    [
        {"version": "1.0"},
        {"version": 1},
        {"level": "huge"},
        {"commit": 5},
        {"lines": "text"},
        {"lines": [1]},
        {"lines": None},
    ],
)
def test_a_release_that_somebody_broke_is_refused(change: dict[str, object]) -> None:
    value = json.loads(dump_releases(RELEASES))
    value["releases"][0].update(change)
    with pytest.raises(LockError, match="not a list of releases"):
        parse_releases(json.dumps(value).encode(), "releases.json")


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"version": 2, "releases": []}', b'{"version": 1}', b"\xff"])
def test_what_is_no_list_of_releases_is_refused(content: bytes) -> None:
    with pytest.raises(LockError, match=r"releases\.json"):
        parse_releases(content, "releases.json")


def test_a_new_api_has_nothing_yet(project: Project) -> None:
    assert read_pin(project, "one", None) is None
    assert read_lock(project, "one") is None
    assert read_releases(project, "one") == ()


def test_what_was_stored_is_read(api: Project) -> None:
    (api.root / "specs/one/lock.json").write_bytes(dump_lock(LOCK))
    (api.root / "specs/one/releases.json").write_bytes(dump_releases(RELEASES))
    assert read_pin(api, "one", None) == b"{}"
    assert read_lock(api, "one") == LOCK
    assert read_releases(api, "one") == RELEASES


def test_a_lock_that_is_broken_names_its_file(api: Project) -> None:
    (api.root / "specs/one/lock.json").write_bytes(b"nope")
    with pytest.raises(LockError, match=r"specs/one/lock\.json"):
        read_lock(api, "one")


def test_a_pin_of_a_gigabyte_is_refused(api: Project) -> None:
    with (api.root / "specs/one/openapi.json").open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(SpecError, match=r"specs/one/openapi\.json.*larger"):
        read_pin(api, "one", None)


def test_the_disk_is_hashed_for_the_comparison(api: Project) -> None:
    (api.root / "generated/one/own.md").write_bytes(b"mine")
    disk = read_disk(api, "one", b"{}", "t" * 64, "r" * 64, "nemogen", ["own.md"])
    assert disk.pin == sha256(b"{}")
    assert disk.inputs == {"settings": sha256(b"settings"), "templates": "t" * 64, "runtime": "r" * 64}
    assert disk.files == {"README.md": sha256(b"readme")}
    (api.root / "specs/one/overlay.yaml").write_bytes(b"overlay")
    again = read_disk(api, "one", b"{}", "t" * 64, "r" * 64, "nemogen")
    assert again.inputs["overlay"] == sha256(b"overlay")
    assert again.files == {"README.md": sha256(b"readme"), "own.md": sha256(b"mine")}
    assert not compare_lock(LOCK, disk).in_step


def test_reading_the_store_imports_neither_the_network_nor_an_engine() -> None:
    code = "import sys, nemogen.source.store; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"httpx2", "pydantic", "jinja2", "yaml", "openapi_python_client", "datamodel_code_generator"}
    assert not heavy & set(loaded)
