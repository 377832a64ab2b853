"""Temporary folders go with their owner, or with the next process that looks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from nemogen.temporary_folders import held_folder, sweep, temporary_folder
from tests.publish.trees import plant

ROOT = Path(__file__).parents[1]

HOLDER = """
import subprocess, sys, time
from pathlib import Path
from nemogen.temporary_folders import held_folder
with held_folder(Path(sys.argv[1])) as held:
    (held.path / "inside").mkdir()
    (held.path / "inside" / "file").write_bytes(b"x")
    if "pass" in sys.argv:
        subprocess.Popen(["sleep", "60"], pass_fds=[held.descriptor], stdout=subprocess.DEVNULL)
    print(held.path, flush=True)
    time.sleep(60)
"""


@contextmanager
def holder(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Another process with a temporary folder; it is killed, and so is what it started."""
    command = [sys.executable, "-c", HOLDER, str(folder), *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            assert process.stdout is not None
            yield process, Path(process.stdout.readline().rstrip("\n"))
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def test_a_folder_is_removed_with_its_lock_after_the_block(tmp_path: Path) -> None:
    with held_folder(tmp_path) as held:
        plant(held.path, {"a/b": b"x"})
        assert len(list(tmp_path.iterdir())) == 2
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_swept_and_what_a_living_one_uses_is_not(tmp_path: Path) -> None:
    with holder(tmp_path) as (process, folder):
        assert sweep(tmp_path) == (folder,)
        assert (folder / "inside/file").is_file()
        process.kill()
        process.wait()
        assert sweep(tmp_path) == ()
        assert list(tmp_path.iterdir()) == []


def test_a_folder_stays_as_long_as_a_program_that_it_was_handed_on_to_lives(tmp_path: Path) -> None:
    with holder(tmp_path, "pass") as (process, folder):
        process.kill()
        process.wait()
        assert sweep(tmp_path) == (folder,)
        assert (folder / "inside/file").is_file()


def test_what_only_looks_like_ours_is_left_alone(tmp_path: Path) -> None:
    plant(tmp_path, {"nemogen-users/file": b"x", "other.lock": b"", "nemogen-notes.txt": b"x", "elsewhere/file": b"x"})
    (tmp_path / "nemogen-link.lock").symlink_to(tmp_path / "other.lock")
    (tmp_path / "nemogen-link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "nemogen-folder.lock").mkdir()
    os.mkfifo(tmp_path / "nemogen-pipe.lock")
    before = sorted(tmp_path.rglob("*"))
    assert sweep(tmp_path) == ()
    assert sorted(tmp_path.rglob("*")) == before


def test_a_link_in_the_place_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    plant(tmp_path, {"nemogen-a.lock": b"", "elsewhere/file": b"x"})
    (tmp_path / "nemogen-a").symlink_to(tmp_path / "elsewhere")
    sweep(tmp_path)
    assert (tmp_path / "elsewhere/file").is_file()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_what_another_user_left_is_left_alone(tmp_path: Path) -> None:
    plant(tmp_path, {"nemogen-a.lock": b"", "nemogen-a/file": b"x"})
    os.chown(tmp_path / "nemogen-a.lock", 12345, 12345)
    sweep(tmp_path)
    assert (tmp_path / "nemogen-a/file").is_file()


def test_a_new_temporary_folder_sweeps_old_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with holder(tmp_path) as (process, folder):
        process.kill()
        process.wait()
        with temporary_folder() as ours:
            assert not folder.exists()
            assert sorted(tmp_path.iterdir()) == [ours, ours.with_name(f"{ours.name}.lock")]
