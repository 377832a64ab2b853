"""Syncs that are killed, that find the disk full, and that run three at once."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from random import Random

from tests.commands.workshop import Workshop
from tests.publish.repositories import git
from tests.torture.bench import REVISIONS, Bench, completes, ended, in_time, is_orderly, users_work_is_there, written

_KILL = """
import os, signal, sys
EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.chmod", "shutil.rmtree",
          "subprocess.Popen")
at, count = int(os.environ["KILL_AT"]), 0
owner, whole = os.getpid(), os.environ["KILL_WHOLE"] == "1"

def fault(event, arguments):
    global count
    if event not in EVENTS or os.getpid() != owner or not sys.argv[0].endswith("nemogen"):
        return
    if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)):
        return
    count += 1
    if count == at:
        os.killpg(0, signal.SIGKILL) if whole else os.kill(owner, signal.SIGKILL)

sys.addaudithook(fault)
"""
_FULL = """
import os, resource, sys
if sys.argv[0].endswith("nemogen"):
    size = int(os.environ["FILE_SIZE"])
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
"""
_EFFECTS = 420
"""So many of the events above a sync has, about; a kill that comes later comes never, and the sync is whole."""
_SYNCS = ((), ("--push",), ("--no-commit",), ("--branch", "topic"), ("--branch", "topic", "--push"))


def _with_start_up(folder: Path, code: str) -> dict[str, str]:
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
    return {"PYTHONPATH": os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))}


def kill(random: Random, bench: Bench) -> None:
    """A sync is killed at a random effect; the next one completes it, and the user's work is as it was."""
    revision = random.choice(REVISIONS)
    expected = bench.packages(revision)
    workshop = bench.project(revision)
    before = written(workshop)
    variables = _with_start_up(workshop.root.parent / "start", _KILL)
    arguments = random.choice(_SYNCS)
    at, whole = random.randint(1, _EFFECTS), random.choice("01")
    done = in_time(workshop, "sync", "--accept", "breaking", *arguments, **variables, KILL_AT=str(at), KILL_WHOLE=whole)
    assert done.status in (0, -signal.SIGKILL), done
    users_work_is_there(workshop)
    if "--branch" in arguments:
        assert written(workshop) == before, "the work tree stays where a branch is committed to"
    checked = is_orderly(workshop.run("check", "--offline"))
    assert checked.status != 0 or written(workshop) in (before, expected), "a mixed tree passes the check"
    completes(workshop, expected, "--push")
    assert git(workshop.root.parent / "remote.git", "rev-parse", "main") == workshop.head()


def full_disk(random: Random, bench: Bench) -> None:
    """No file can get larger than a random size: the tree is the old or the new one, and the next sync completes."""
    revision = random.choice(REVISIONS)
    expected = bench.packages(revision)
    workshop = bench.project(revision)
    before, head = written(workshop), workshop.head()
    variables = _with_start_up(workshop.root.parent / "start", _FULL)
    size = int(10 ** random.uniform(0, 5.3))
    arguments = random.choice(_SYNCS[:3])
    done = is_orderly(in_time(workshop, "sync", "--accept", "breaking", *arguments, **variables, FILE_SIZE=str(size)))
    assert done.status in (0, 4), done
    users_work_is_there(workshop)
    if done.status == 4 and workshop.head() == head:
        assert written(workshop) == before, done
    completes(workshop, expected)


def three_at_once(random: Random, bench: Bench) -> None:
    """Three commands that write start together: one after another they leave one tree and one commit."""
    revision = random.choice(REVISIONS)
    expected = bench.packages(revision)
    workshop = bench.project(revision)
    commits = int(git(workshop.root, "rev-list", "--count", "HEAD"))
    running = [workshop.start("sync", "--accept", "breaking", *random.choice((*_SYNCS[:2], ()))) for _ in range(3)]
    results = [is_orderly(ended(each)) for each in running]
    late = [each for each in results if "another nemogen" in each.err and each.status == 4]
    assert len(late) < 3, results  # on a busy machine a command may have to wait for longer than it does
    assert [each.status for each in results if each not in late] == [0] * (3 - len(late)), results
    assert int(git(workshop.root, "rev-list", "--count", "HEAD")) == commits + 1, _log(workshop)
    completes(workshop, expected)


def _log(workshop: Workshop) -> str:
    return git(workshop.root, "log", "--oneline")
