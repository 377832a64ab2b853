from __future__ import annotations

import json
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.document import Provenance
from nemogen.errors import CouldNot, LockError
from nemogen.installed_tools import tool_versions
from nemogen.source.file_hashes import hash_all, hash_folder, sha256
from nemogen.source.lock import Disk, Lock, compare_lock, dump_lock, parse_lock

HASHES = [sha256(bytes([number])) for number in range(7)]
INPUTS = {"overlay": HASHES[1], "settings": HASHES[2], "templates": HASHES[3], "runtime": HASHES[4]}
FILES = {"README.md": HASHES[5], "src/a/__init__.py": HASHES[6]}
LOCK = Lock(
    source=Provenance("https://example.com/x", "owner/docs", "x.json", "main", "a" * 40, '"etag"'),
    pin=HASHES[0],
    inputs=INPUTS,
    tools={"nemogen": "0.1.0", "ruff": "0.17.6"},
    package_version="1.2.3",
    files=FILES,
)
DISK = Disk(LOCK.pin, INPUTS, LOCK.tools, FILES)


def test_a_lock_is_read_as_it_was_written() -> None:
    assert parse_lock(dump_lock(LOCK), "lock.json") == LOCK


def test_a_lock_is_written_the_same_whatever_the_order() -> None:
    turned = replace(LOCK, files=dict(reversed(FILES.items())), inputs=dict(reversed(INPUTS.items())))
    assert dump_lock(turned) == dump_lock(LOCK)
    assert dump_lock(LOCK).endswith(b"}\n")


def test_a_source_of_which_little_is_known_is_locked_too() -> None:
    lock = replace(LOCK, source=Provenance("upstream.json"))
    assert parse_lock(dump_lock(lock), "lock.json") == lock


def test_what_did_not_change_is_up_to_date() -> None:
    assert compare_lock(LOCK, DISK).in_step


@pytest.mark.parametrize("name", list(INPUTS))
def test_an_input_that_changed_makes_the_package_stale(name: str) -> None:
    state = compare_lock(LOCK, replace(DISK, inputs={**INPUTS, name: HASHES[0]}))
    assert (state.stale, state.in_step) == ((name,), False)


def test_an_overlay_that_came_or_went_makes_the_package_stale() -> None:
    without = {name: value for name, value in INPUTS.items() if name != "overlay"}
    assert compare_lock(LOCK, replace(DISK, inputs=without)).stale == ("overlay",)
    assert compare_lock(replace(LOCK, inputs=without), DISK).stale == ("overlay",)


def test_files_are_compared_in_both_directions() -> None:
    files = {"README.md": HASHES[0], "src/a/new.py": HASHES[1]}
    state = compare_lock(LOCK, replace(DISK, files=files))
    assert (state.edited, state.missing, state.extra) == (("README.md",), ("src/a/__init__.py",), ("src/a/new.py",))
    assert not state.in_step


@pytest.mark.parametrize("pin", [None, HASHES[1]])
def test_a_pin_that_is_not_the_locked_one_was_tampered_with(pin: str | None) -> None:
    state = compare_lock(LOCK, replace(DISK, pin=pin))
    assert (state.tampered_pin, state.in_step) == (True, False)


def test_tools_of_another_version_are_named() -> None:
    state = compare_lock(LOCK, replace(DISK, tools={"nemogen": "0.2.0", "pydantic": "2.14.3", "ruff": "0.17.6"}))
    assert state.tools == ("nemogen 0.1.0 -> 0.2.0", "pydantic none -> 2.14.3")


def test_a_tool_that_is_not_installed_any_more_is_named() -> None:
    assert compare_lock(LOCK, replace(DISK, tools={"nemogen": "0.1.0"})).tools == ("ruff 0.17.6 -> none",)


@settings(deadline=None)
@given(st.dictionaries(st.text("ab/", min_size=1), st.sampled_from(HASHES)))
def test_each_file_is_in_one_class_only(files: dict[str, str]) -> None:
    state = compare_lock(LOCK, replace(DISK, files=files))
    same = [path for path in files if FILES.get(path) == files[path]]
    assert sorted([*state.edited, *state.missing, *state.extra, *same]) == sorted(files.keys() | FILES.keys())


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"version": 2}, "the lock has version 2"),
        ({"version": None}, "version None"),
        ({"pin": "abc"}, "pin is not a SHA-256 hash"),
        ({"contract": "0" * 64}, "contract is not known"),
        ({"inputs": []}, "inputs does not map"),
        ({"inputs": {"overlay": "x"}}, "inputs does not map"),
        ({"tools": {"ruff": 1}}, "tools is not a table"),
        ({"files": {"../x": "0" * 64}}, "a path outside its folder"),
        ({"files": {"/etc/passwd": "0" * 64}}, "a path outside its folder"),
        ({"files": {"a\\..\\b": "0" * 64}}, "a path outside its folder"),
        ({"files": {"C:x": "0" * 64}}, "a path outside its folder"),
        ({"package_version": 1}, "package_version is not a string"),
        ({"source": {}}, "source is not a valid provenance"),
        ({"source": {"url": "x", "other": "y"}}, "source is not a valid provenance"),
        ({"source": {"url": "x", "commit": 5}}, "source is not a valid provenance"),
        ({"more": 1}, "more is not known"),
    ],
)
def test_a_lock_that_somebody_broke_is_refused(change: dict[str, object], what: str) -> None:
    value = {**json.loads(dump_lock(LOCK)), **change}
    with pytest.raises(LockError, match=what) as caught:
        parse_lock(json.dumps(value).encode(), "specs/x/lock.json")
    assert caught.value.exit_code == 3
    assert caught.value.problems[0].remedy


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 5000, b"<<<<<<< HEAD\n{}"])
def test_what_is_no_lock_is_refused(content: bytes) -> None:
    with pytest.raises(LockError, match=r"lock\.json"):
        parse_lock(content, "lock.json")


def test_all_faults_of_a_lock_are_reported_at_once() -> None:
    with pytest.raises(LockError) as caught:
        parse_lock(b'{"version": 1, "pin": "x"}', "lock.json")
    assert len(caught.value.problems) == 8


def test_a_folder_is_hashed_without_what_builds_and_caches_leave(tmp_path: Path) -> None:
    for path in ("README.md", "src/a/b.py", "src/a/__pycache__/b.pyc", "a.egg-info/PKG-INFO", "build/x", "src/c.pyc"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"x")
    assert hash_folder(tmp_path) == {"README.md": sha256(b"x"), "src/a/b.py": sha256(b"x")}
    assert hash_folder(tmp_path / "nowhere") == {}


def test_a_link_in_a_package_is_seen_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "package/link").symlink_to(tmp_path / "secret")
    (tmp_path / "package/folder").symlink_to(tmp_path)
    hashes = hash_folder(tmp_path / "package")
    assert sorted(hashes) == ["folder", "link"]
    assert sha256(b"x") not in hashes.values()


def test_a_folder_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    (tmp_path / "file/x").touch()
    (tmp_path / "file").chmod(0)
    try:
        next((tmp_path / "file").iterdir())
        pytest.skip("this user may read everything")
    except PermissionError:
        with pytest.raises(CouldNot, match="cannot be read"):
            hash_folder(tmp_path)
    finally:
        (tmp_path / "file").chmod(0o700)


def test_one_hash_for_many_files_depends_on_names_and_contents_only() -> None:
    assert hash_all(FILES) == hash_all(dict(reversed(FILES.items())))
    assert hash_all(FILES) != hash_all({**FILES, "README.md": HASHES[0]})
    assert hash_all(FILES) != hash_all({**FILES, "x": HASHES[0]})
    assert hash_all({"a": HASHES[0]}) != hash_all({"b": HASHES[0]})


def test_versions_are_those_that_are_installed() -> None:
    names = ("openapi-python-client", "datamodel-code-generator", "ruff", "pydantic", "PyYAML".lower(), "nothing-such")
    assert tool_versions(names) == {name: metadata.version(name) for name in names[:-1]}
