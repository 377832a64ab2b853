"""What a write changes, what it leaves alone, and what it refuses."""

from __future__ import annotations

import errno
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemogen.errors import WriteError
from nemogen.publish.write import Checkout, Written, half_done, locked, recover, write_tree, writing, written_files
from tests.publish.trees import plant, tree

SHA_OF_NEW = "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437"


def write(root: Path, changes: dict[str, bytes | None]) -> Written:
    with locked(root) as checkout:
        return write_tree(changes, checkout)


def test_files_are_created_updated_and_deleted_as_asked(tmp_path: Path) -> None:
    plant(tmp_path, {"specs/a/lock.json": b"old", "generated/a/gone.py": b"x", "generated/a/kept.py": b"mine"})
    written = write(
        tmp_path, {"specs/a/lock.json": b"new", "generated/a/gone.py": None, "generated/a/deep/new.py": b"y"}
    )
    assert written == Written(("generated/a/deep/new.py",), ("specs/a/lock.json",), ("generated/a/gone.py",))
    assert written.paths == ("generated/a/deep/new.py", "generated/a/gone.py", "specs/a/lock.json")
    assert tree(tmp_path) == {
        "specs/a/lock.json": b"new",
        "generated/a/kept.py": b"mine",
        "generated/a/deep/new.py": b"y",
    }


def test_an_unchanged_file_keeps_its_time_and_is_not_reported(tmp_path: Path) -> None:
    plant(tmp_path, {"a/same.py": b"same", "a/other.py": b"old"})
    os.utime(tmp_path / "a/same.py", ns=(1, 1))
    assert write(tmp_path, {"a/same.py": b"same", "a/other.py": b"new", "a/never.py": None}).paths == ("a/other.py",)
    assert (tmp_path / "a/same.py").stat().st_mtime_ns == 1


def test_an_updated_file_keeps_its_mode_and_its_old_content_stays_with_other_links(tmp_path: Path) -> None:
    plant(tmp_path, {"a/run.sh": b"old"})
    (tmp_path / "a/run.sh").chmod(0o750)
    (tmp_path / "elsewhere").hardlink_to(tmp_path / "a/run.sh")
    write(tmp_path, {"a/run.sh": b"new"})
    assert (tmp_path / "a/run.sh").stat().st_mode & 0o777 == 0o750
    assert (tmp_path / "elsewhere").read_bytes() == b"old"


def test_a_new_file_has_the_mode_that_the_user_asks_for(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path, {"a/new.py": b""})
    finally:
        os.umask(before)
    assert (tmp_path / "a/new.py").stat().st_mode & 0o777 == 0o640


def test_a_folder_that_is_emptied_goes_and_one_that_holds_more_stays(tmp_path: Path) -> None:
    plant(tmp_path, {"generated/a/x/y/one.py": b"", "generated/a/z/two.py": b"", "generated/a/z/mine.py": b""})
    write(tmp_path, {"generated/a/x/y/one.py": None, "generated/a/z/two.py": None})
    assert not (tmp_path / "generated/a/x").exists()
    assert tree(tmp_path) == {"generated/a/z/mine.py": b""}


def test_the_top_folder_stays_when_all_in_it_goes(tmp_path: Path) -> None:
    plant(tmp_path, {"generated/a/one.py": b""})
    write(tmp_path, {"generated/a/one.py": None})
    assert list((tmp_path / "generated").iterdir()) == []


def test_nothing_to_change_touches_nothing(tmp_path: Path) -> None:
    plant(tmp_path, {"a/b": b"same"})
    assert write(tmp_path, {"a/b": b"same"}) == Written()
    assert written_files(tmp_path) == {}


def test_what_nemogen_wrote_is_remembered_until_it_writes_again(tmp_path: Path) -> None:
    write(tmp_path, {"a/b": b"new", "a/c": b"first"})
    write(tmp_path, {"a/c": None})
    assert written_files(tmp_path) == {"a/b": SHA_OF_NEW, "a/c": None}


def test_what_was_written_of_one_api_is_recorded_apart_from_others(tmp_path: Path) -> None:
    write(tmp_path, {"specs/one/openapi.json": b"new", "generated/one/src/one/a.py": b"new"})
    first = {path: path.read_bytes() for path in (tmp_path / ".nemogen/written").iterdir()}
    write(tmp_path, {"specs/two/openapi.json": b"new"})
    assert len(first) == 1
    assert {path: path.read_bytes() for path in first} == first
    assert written_files(tmp_path, "specs/two/lock.json") == {"specs/two/openapi.json": SHA_OF_NEW}
    assert len(written_files(tmp_path)) == 3


def test_records_of_what_was_written_are_not_written_through_a_link(tmp_path: Path) -> None:
    write(tmp_path, {"a/b": b"old"})
    shutil.rmtree(tmp_path / ".nemogen/written")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / ".nemogen/written").symlink_to(elsewhere)
    with pytest.raises(WriteError):
        write(tmp_path, {"a/b": b"new"})
    assert list(elsewhere.iterdir()) == []
    assert (tmp_path / "a/b").read_bytes() == b"old"


def test_git_is_told_to_ignore_the_private_folder(tmp_path: Path) -> None:
    write(tmp_path, {"a/b": b"new"})
    assert (tmp_path / ".nemogen/.gitignore").read_text() == "*\n"


def test_a_transient_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    with locked(tmp_path / "out", transient=True) as checkout:
        write_tree({"a/b": b"new"}, checkout)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a"]


def undone(root: Path, changes: dict[str, bytes | None], checkout: Checkout) -> dict[str, bytes]:
    """Write, then raise; the tree as it was in between."""
    between: dict[str, bytes] = {}
    with suppress(LookupError), writing(changes, checkout):
        between = tree(root)
        raise LookupError
    return between


def test_a_block_that_raises_puts_everything_back(tmp_path: Path) -> None:
    plant(tmp_path, {"a/b": b"old", "a/gone": b"gone"})
    with locked(tmp_path) as checkout:
        refused = undone(tmp_path, {"a/b": b"new", "a/gone": None, "c/d": b""}, checkout)
        assert refused == {"a/b": b"new", "c/d": b""}
        assert not half_done(tmp_path)
    assert tree(tmp_path) == {"a/b": b"old", "a/gone": b"gone"}
    assert not (tmp_path / "c").exists()


@pytest.mark.parametrize(
    "path",
    [
        *("/etc/passwd", "../x", "a/../../x", "a/./b", "a//b", "", ".", "a/", "a/..", "./a", "a\0b", "a\ud800b"),
        *(".git/config", "a/.GIT/hooks/x", ".nemogen/lock"),
    ],
)
@pytest.mark.parametrize("content", [b"x", None])
def test_a_path_that_is_not_plainly_inside_is_refused(tmp_path: Path, path: str, content: bytes | None) -> None:
    plant(tmp_path, {"a/kept": b"old"})
    with pytest.raises(WriteError) as caught:
        write(tmp_path, {"a/kept": b"new", path: content})
    assert tree(tmp_path) == {"a/kept": b"old"}
    assert str(caught.value).encode().isascii()


@pytest.mark.parametrize("link", ["a", "a/b", "a/b/file.py"])
def test_a_symbolic_link_on_the_way_is_refused(tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    plant(outside, {"b/file.py": b"theirs", "file.py": b"theirs"})
    root = tmp_path / "root"
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to({"a": outside, "a/b": outside / "b", "a/b/file.py": outside / "file.py"}[link])
    with pytest.raises(WriteError, match="symbolic link"):
        write(root, {"a/b/file.py": b"new"})
    assert set(tree(outside).values()) == {b"theirs"}


def test_a_private_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "root").mkdir()
    (tmp_path / "root/.nemogen").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WriteError):
        write(tmp_path / "root", {"a": b""})
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_all_refused_paths_are_reported_at_once(tmp_path: Path) -> None:
    plant(tmp_path, {"a/folder/mine.py": b"", "a/file": b""})
    with pytest.raises(WriteError) as caught:
        write(tmp_path, {"a/folder": b"x", "a/file/x.py": b"x", "a/new.py": b"x", "a/new.py/x": b"x"})
    assert [str(problem.where) for problem in caught.value.problems] == ["a/file/x.py", "a/folder", "a/new.py/x"]
    assert all(problem.remedy for problem in caught.value.problems)
    assert tree(tmp_path) == {"a/folder/mine.py": b"", "a/file": b""}


def test_a_named_pipe_in_the_way_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    os.mkfifo(tmp_path / "a/pipe")
    with pytest.raises(WriteError, match="not a regular file"):
        write(tmp_path, {"a/pipe": b"x"})


def test_control_characters_of_a_path_do_not_reach_the_message(tmp_path: Path) -> None:
    with pytest.raises(WriteError) as caught:
        write(tmp_path, {"../\x1b[2Jevil": b""})
    assert "\x1b" not in str(caught.value)
    assert "\\x1b[2Jevil" in str(caught.value)


NAMES = st.sampled_from(["a", "b", "c"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


def consistent(files: dict[str, bytes]) -> bool:
    return not any(one != other and one.startswith(f"{other}/") for one in files for other in files)


TREES = st.dictionaries(PATHS, st.binary(max_size=2), max_size=6).filter(consistent)


@given(before=TREES, after=TREES)
@settings(max_examples=60, deadline=None)
def test_any_tree_becomes_any_other(before: dict[str, bytes], after: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        plant(root, before)
        changes: dict[str, bytes | None] = {**dict.fromkeys(before, None), **after}
        with locked(root) as checkout:
            assert undone(root, changes, checkout) == after
            assert tree(root) == before
            write_tree(changes, checkout)
        assert tree(root) == after


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)], capture_output=True, check=False
    )
    if mount.returncode:
        pytest.skip(f"no small disk can be mounted here: {mount.stderr.decode().strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_is_reported_and_every_file_is_as_it_was(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=64k"):
        root = tmp_path / "disk"
        plant(root, {"specs/a/lock.json": b"old"})
        with pytest.raises(WriteError, match="the disk is full") as caught:
            write(root, {"specs/a/lock.json": b"new", "generated/a/big.py": b"x" * 100_000})
        assert str(caught.value.problems[0].where) == "generated/a/big.py"
        assert tree(root) == {"specs/a/lock.json": b"old"}
        assert write(root, {"specs/a/lock.json": b"new"}).updated == ("specs/a/lock.json",)


def test_a_disk_that_is_full_from_the_start_is_reported(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=32k"):
        root = tmp_path / "disk"
        plant(root, {"a/b": b"old"})
        with pytest.raises(OSError, match="No space left"):
            (root / "filler").write_bytes(b"x" * 100_000)
        with pytest.raises(WriteError, match="the disk is full"):
            write(root, {"a/b": b"new"})
        assert (root / "a/b").read_bytes() == b"old"


def test_a_disk_without_room_for_names_is_reported_wherever_it_shows(tmp_path: Path) -> None:
    outcomes = set()
    for inodes in range(10, 26):
        with mounted(tmp_path / f"disk-{inodes}", f"nr_inodes={inodes}"):
            root = tmp_path / f"disk-{inodes}"
            plant(root, {"specs/a/lock.json": b"old"})
            message = ""
            try:
                write(root, {"specs/a/lock.json": b"new", "generated/a/b/c/d/e.py": b"x"})
            except WriteError as error:
                message = str(error)
            assert not half_done(root)
            if message:
                assert "the disk is full" in message
                assert tree(root) == {"specs/a/lock.json": b"old"}
            else:
                assert tree(root) == {"specs/a/lock.json": b"new", "generated/a/b/c/d/e.py": b"x"}
            outcomes.add(bool(message))
    assert outcomes == {True, False}


def test_a_limit_on_the_size_of_files_is_reported(tmp_path: Path) -> None:
    plant(tmp_path, {"a/b": b"old"})
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(WriteError, match="larger than this process may write"):
            write(tmp_path, {"a/b": b"new", "a/c": b"x" * 10_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert tree(tmp_path) == {"a/b": b"old"}


@contextmanager
def as_nobody() -> Iterator[Path]:
    """A folder of a user without special rights, whom this block is run as: root may write everywhere."""
    with tempfile.TemporaryDirectory() as name:
        nobody = 65534 if os.geteuid() == 0 else os.geteuid()
        os.chown(name, nobody, -1)
        before = os.geteuid()
        os.seteuid(nobody)
        try:
            yield Path(name)
        finally:
            os.seteuid(before)


def test_a_read_only_folder_is_reported_and_every_file_is_as_it_was() -> None:
    with as_nobody() as root:
        plant(root, {"generated/a/one.py": b"old", "specs/a/lock.json": b"old"})
        (root / "specs/a").chmod(0o555)
        with pytest.raises(WriteError, match="no permission") as caught:
            write(root, {"generated/a/one.py": b"new", "generated/a/two.py": b"", "specs/a/lock.json": b"new"})
        assert str(caught.value.problems[0].where) == "specs/a/lock.json"
        (root / "specs/a").chmod(0o755)
        assert tree(root) == {"generated/a/one.py": b"old", "specs/a/lock.json": b"old"}


def test_a_project_that_cannot_be_written_is_reported() -> None:
    with as_nobody() as root:
        root.chmod(0o555)
        with pytest.raises(WriteError, match="no permission"):
            write(root, {"a": b""})
        root.chmod(0o755)


def forge(root: Path, journal: object) -> None:
    plant(root, {".nemogen/swap/forward.json": json.dumps(journal).encode()})


@pytest.mark.parametrize("path", ["../victim", ".git/hooks/pre-commit", "/tmp/victim"])
def test_a_forged_journal_reaches_nothing_outside(tmp_path: Path, path: str) -> None:
    root = tmp_path / "root"
    plant(tmp_path, {"victim": b"safe"})
    forge(root, {"entries": [{"path": path, "old": None, "new": None}], "made": []})
    with pytest.raises(WriteError):
        recover(root)
    assert (tmp_path / "victim").read_bytes() == b"safe"


@pytest.mark.parametrize(
    "journal",
    [
        *([], {}, "x", {"entries": [{}], "made": []}, {"entries": [], "made": [None]}),
        {"entries": [{"path": 3, "old": None, "new": None}], "made": []},
    ],
)
def test_a_journal_that_makes_no_sense_is_reported_with_a_way_on(tmp_path: Path, journal: object) -> None:
    forge(tmp_path, journal)
    with pytest.raises(WriteError, match=r"remove \.nemogen/swap"):
        recover(tmp_path)


def test_recovery_of_a_whole_tree_does_nothing(tmp_path: Path) -> None:
    assert recover(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


KILLED_INSIDE = """
import os, signal, sys
from pathlib import Path
from nemogen.publish.write import locked, writing
with locked(Path(sys.argv[1])) as checkout, writing({"a/b": b"new", "a/c": b"new", "a/d": None}, checkout):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_killed_between_swap_and_commit_the_new_files_stay(tmp_path: Path) -> None:
    plant(tmp_path, {"a/b": b"old", "a/d": b"old"})
    subprocess.run([sys.executable, "-c", KILLED_INSIDE, str(tmp_path)], cwd=Path(__file__).parents[2], check=False)
    assert half_done(tmp_path)
    reported: list[bool] = []
    with locked(tmp_path, on_recovery=lambda recovery: reported.append(recovery.completed)):
        assert reported == [True]
    assert tree(tmp_path) == {"a/b": b"new", "a/c": b"new"}
    assert written_files(tmp_path)["a/b"] == SHA_OF_NEW


def test_a_file_edited_after_it_was_swapped_survives_the_recovery(tmp_path: Path) -> None:
    plant(tmp_path, {"a/b": b"old"})
    subprocess.run([sys.executable, "-c", KILLED_INSIDE, str(tmp_path)], cwd=Path(__file__).parents[2], check=False)
    plant(tmp_path, {"a/b": b"edited"})
    recover(tmp_path)
    assert tree(tmp_path) == {"a/b": b"edited", "a/c": b"new"}


def test_a_deleted_file_that_came_back_is_not_deleted_by_the_recovery(tmp_path: Path) -> None:
    plant(tmp_path, {"a/b": b"old", "a/d": b"old"})
    subprocess.run([sys.executable, "-c", KILLED_INSIDE, str(tmp_path)], cwd=Path(__file__).parents[2], check=False)
    plant(tmp_path, {"a/d": b"mine"})
    with pytest.raises(WriteError, match="edited since") as caught:
        recover(tmp_path)
    assert str(caught.value.problems[0].where) == "a/d"
    assert (tmp_path / "a/d").read_bytes() == b"mine"
    (tmp_path / "a/d").unlink()
    assert recover(tmp_path) is not None


def test_the_disk_has_every_new_file_before_the_first_takes_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes: dict[str, bytes | None] = {f"specs/a/{number}.json": b"%d" % number for number in range(40)}
    synced: list[int] = []
    moved: list[int] = []

    def wait(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)

    replace = Path.replace

    def move(source: Path, target: Path) -> Path:
        moved.append(len(synced)) if "specs" in target.parts else None
        return replace(source, target)

    monkeypatch.setattr(os, "fsync", wait)
    monkeypatch.setattr(Path, "replace", move)
    write(tmp_path, changes)
    files = {(tmp_path / path).stat().st_ino for path in changes}
    assert len(moved) == 40
    assert files <= {*synced[: moved[0]]}


def test_a_file_that_the_disk_does_not_take_is_named_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int) -> None:
        if os.fstat(descriptor).st_size == 7:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(WriteError) as raised:
        write(tmp_path, {"specs/a/good.json": b"good", "specs/a/refused.json": b"refused", "specs/b.json": b"b"})
    assert [each.where and each.where.file for each in raised.value.problems] == ["specs/a/refused.json"]
    assert tree(tmp_path) == {}
