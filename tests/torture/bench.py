"""Where trials are held: a project in step, copied for each trial, and what holds after whatever was done to it."""

from __future__ import annotations

import functools
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

import pytest

from tests.commands import documents
from tests.commands.workshop import IN_A_FILE, Done, Workshop, isolate, open_workshop, warm_process
from tests.hostile_text import commands_in, hidden_in
from tests.publish.repositories import git, status

BOUND: Final = 180
"""Seconds after which a command counts as hanging: each request has 120, and this machine may be busy."""
ORDERS: Final = documents.text(documents.shop(paths={"/orders": documents.shop()["paths"]["/items"]}))
REVISIONS: Final = (documents.MORE, documents.LESS, documents.DOCS, ORDERS)
USERS: Final = {"notes.txt": "staged\n", "staged.txt": "staged\n", "docs/mine.txt": "changed\n", "loose.txt": "loose\n"}
"""The user's work, which no command may touch: the first two staged, the third changed, the last one unknown to git."""


class Bench:
    """A context manager: a scratch folder with the project that trials copy."""

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="torture-")
        self._patch = pytest.MonkeyPatch()
        self.root = Path(self._folder.name)
        home = self.root / "home"
        home.mkdir()
        isolate(self._patch, home)
        self._count = 0
        self._trees: dict[bytes, dict[str, bytes]] = {}
        return self

    def __exit__(self, *_: object) -> None:
        self._patch.undo()
        self._folder.cleanup()

    @functools.cached_property
    def _base(self) -> Workshop:
        """The project; a trial that needs none does not wait for it."""
        files: dict[str, str | bytes] = {"specs/shop/api.toml": IN_A_FILE, "docs/shop.json": documents.FIRST}
        files |= dict.fromkeys(("notes.txt", "docs/mine.txt"), "the user's\n")
        base = open_workshop(self.root / "base", files, {})
        done = base.run("sync")
        assert done.status == 0, done
        return base

    def folder(self) -> Path:
        """A new folder; those of trials before are removed."""
        shutil.rmtree(self.root / str(self._count), ignore_errors=True)
        self._count += 1
        made = self.root / str(self._count)
        made.mkdir()
        return made

    def project(self, revision: bytes) -> Workshop:
        """A project with work of the user's in it, whose document has become this `revision`; it has a remote."""
        workshop = self._base.copy(self.folder() / "project", {})
        workshop.write("docs/shop.json", revision)
        workshop.commit("upstream")
        workshop.add_remote()
        for path, content in USERS.items():
            workshop.write(path, content)
        git(workshop.root, "add", "notes.txt", "staged.txt")
        return workshop

    def packages(self, revision: bytes) -> dict[str, bytes]:
        """What a sync that nobody disturbs makes of a revision."""
        if revision not in self._trees:
            workshop = self._base.copy(self.folder() / "project", {})
            workshop.write("docs/shop.json", revision)
            done = workshop.run("sync", "--accept", "breaking", "--no-commit")
            assert done.status == 0, done
            self._trees[revision] = written(workshop)
        return self._trees[revision]


def written(workshop: Workshop) -> dict[str, bytes]:
    """The files that nemogen writes, with their content, as they lie on disk."""
    return {path: content for path, content in workshop.tree().items() if path.startswith(("generated/", "specs/"))}


class Hang(AssertionError):
    """A command did not end in time."""


@contextmanager
def bounded() -> Iterator[None]:
    """Raises AssertionError where a command of the block hangs, which is killed then. In the main thread alone."""

    def stop(*_: object) -> None:
        raise Hang("a command hangs")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(BOUND * 2)
    try:
        yield
    except Hang:
        # It may be in the midst of an answer to a command that nobody waits for any more.
        warm_process().kill()
        warm_process.cache_clear()
        raise
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def is_orderly(done: Done) -> Done:
    """The command ended with a status of its own, and no output is obeyed by a terminal or a runner."""
    assert done.status in range(5), done
    for text in (done.out, done.err):
        assert "Traceback" not in text, done
        assert hidden_in(text) <= {"\u200b"}, done
        assert commands_in(text) == [], done
    return done


def in_time(workshop: Workshop, *arguments: str, **variables: str) -> Done:
    """The command in a process of its own, within the bound."""
    process = workshop.start(*arguments, **variables)
    return ended(process)


def ended(process: subprocess.Popen[bytes]) -> Done:
    """How it ended; a process that hangs is killed with all that it started."""
    try:
        out, err = process.communicate(timeout=BOUND)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.communicate()
        raise Hang(f"it hangs: {process.args!r}") from None
    return Done(process.returncode, out.decode(errors="replace"), err.decode(errors="replace"))


def users_work_is_there(workshop: Workshop) -> None:
    """The repository is sound, and what the user staged, changed and wrote is as it was."""
    git(workshop.root, "fsck", "--strict")
    for path, content in USERS.items():
        assert (workshop.root / path).read_text(encoding="utf-8") == content, path
    assert git(workshop.root, "show", ":notes.txt") == "staged"
    ours = [line for line in status(workshop.root) if line[2:].strip().partition("/")[0] not in ("generated", "specs")]
    assert ours == ["M docs/mine.txt", "M  notes.txt", "A  staged.txt", "?? loose.txt"], ours


def completes(workshop: Workshop, expected: Mapping[str, bytes], *arguments: str) -> None:
    """The next sync brings all in step, and commits all that it wrote and all that it removed."""
    done = is_orderly(workshop.run("sync", "--accept", "breaking", *arguments))
    if done.status == 4 and "the git lock exists" in done.out:
        for lock in (workshop.root / ".git").rglob("*.lock"):  # as the message says: of a git that was killed
            lock.unlink()
        done = is_orderly(workshop.run("sync", "--accept", "breaking", *arguments))
    assert done.status == 0, done
    users_work_is_there(workshop)
    there = written(workshop)
    other = sorted(path for path in there.keys() | expected.keys() if there.get(path) != expected.get(path))
    assert other == [], "not as an undisturbed sync writes them"
    committed = git(workshop.root, "ls-tree", "-r", "--name-only", "HEAD", "generated", "specs").splitlines()
    assert sorted(committed) == sorted(expected)
    left = [line for line in status(workshop.root) if "generated/" in line or "specs/" in line]
    assert left == []
    assert not list((workshop.root / ".git").glob("nemogen*"))
    assert is_orderly(workshop.run("check", "--offline")).status == 0
