"""Killed, interrupted, refused or run twice at once: the tree is the old or the new one, and the next run completes."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from tests.commands import documents
from tests.commands.upstream import Upstream
from tests.commands.workshop import IN_A_FILE, START_UP, Done, Workshop
from tests.publish.repositories import git, hook, status
from tests.servers.loopback import Reply, Request

T = TypeVar("T")

KILL_NEMOGEN = "kill -9 $(cut -d' ' -f4 /proc/$PPID/stat)"
"""In a hook: its parent is git, and git's parent is nemogen."""

KILL_AT_RENAME = """
import os, signal, sys
left = int(os.environ["KILL_AT"])

def fault(event, arguments):
    global left
    if event == "os.rename" and ".nemogen" in str(arguments[0]):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(fault)
"""

WRONG_CLOCK = "import time\ntime.time = lambda: 1.0\n"


def completes(workshop: Workshop) -> None:
    """A plain sync brings everything in step, with one commit for the change."""
    done = workshop.run("sync")
    assert done.status == 0, done
    assert workshop.version() == "0.1.1"
    assert status(workshop.root) == []
    assert git(workshop.root, "rev-list", "--count", "HEAD") == "3"
    assert workshop.run("check", "--offline").status == 0


@pytest.mark.parametrize("at", [1, 2, 9])
def test_a_sync_killed_while_files_are_swapped_is_completed_by_the_next(
    synced: Workshop, upstream: Upstream, at: int
) -> None:
    upstream.push(documents.MORE)
    done = synced.run("sync", KILL_AT=str(at), **{START_UP: KILL_AT_RENAME})
    assert done.status == -signal.SIGKILL
    checked = synced.run("check", "--offline")
    assert checked.status == (0 if at == 1 else 4), checked
    completes(synced)


def test_a_sync_killed_between_write_and_commit_is_completed_by_the_next(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    hook(synced.root, "pre-commit", f"{KILL_NEMOGEN}\nexit 1")
    assert synced.run("sync").status == -signal.SIGKILL
    assert synced.version() == "0.1.1", "the files are written"
    (synced.root / ".git/hooks/pre-commit").unlink()
    completes(synced)


@pytest.mark.slow
def test_a_sync_killed_during_the_commit_is_completed_by_the_next(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    hook(synced.root, "pre-commit", KILL_NEMOGEN)
    assert synced.run("sync").status == -signal.SIGKILL
    (synced.root / ".git/hooks/pre-commit").unlink()
    completes(synced)


def test_a_commit_that_goes_on_after_a_kill_is_waited_for(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    go_on = synced.root.parent / "go-on"
    hook(synced.root, "pre-commit", f"{KILL_NEMOGEN}\nfor i in $(seq 600); do [ -e ../go-on ] && exit; sleep 0.1; done")
    assert synced.run("sync").status == -signal.SIGKILL
    assert not list((synced.root / ".git").rglob("*.lock"))
    process = synced.start("sync")
    assert process.stderr is not None
    assert process.stderr.readline().startswith(b"Waiting for a commit of an earlier nemogen")
    go_on.touch()
    done = ended(process)
    assert done.status == 0, done
    completes(synced)
    assert list((synced.root / ".nemogen").glob("nemogen-*")) == []


def test_a_lock_of_git_is_reported_before_anything_is_fetched(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    synced.write(".git/index.lock", "somebody's")
    before, head = synced.tree(), synced.head()
    done = synced.run("sync")
    assert done.status == 4, done
    assert "the git lock exists" in done.out
    assert str(synced.root / ".git/index.lock") in done.out
    assert "remove this file" in synced.run("sync", "--verbose").out
    assert upstream.raw.requests == []
    assert (synced.tree(), synced.head()) == (before, head)
    assert (synced.root / ".git/index.lock").read_text(encoding="utf-8") == "somebody's"
    (synced.root / ".git/index.lock").unlink()
    completes(synced)


def test_a_sync_killed_between_commit_and_push_is_pushed_by_the_next(synced: Workshop, upstream: Upstream) -> None:
    bare = synced.add_remote()
    upstream.push(documents.MORE)
    hook(synced.root, "pre-push", f"{KILL_NEMOGEN}\nexit 1")
    assert synced.run("sync", "--push").status == -signal.SIGKILL
    assert git(bare, "rev-list", "--count", "main") == "2"
    (synced.root / ".git/hooks/pre-push").unlink()
    states = synced.states("sync", "--push", status=0)
    assert states["push"] == "done"
    assert git(bare, "rev-parse", "main") == synced.head()
    assert git(bare, "rev-list", "--count", "main") == "3"


def test_a_sync_killed_while_it_generates_leaves_no_process_and_no_lock_behind(
    synced: Workshop, upstream: Upstream
) -> None:
    upstream.push(documents.MORE)
    process = synced.start("sync")
    (worker, *_) = wait_for(lambda: forks_of(process.pid))
    process.kill()
    process.communicate()
    wait_for(lambda: not Path(f"/proc/{worker}").exists())
    assert synced.states("sync", status=0)["commit"] == "done"


def forks_of(process: int) -> list[str]:
    """The children of a process that run the same program: no git among them."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return [child for child in children if program(child) == program(str(process))]


def program(process: str) -> str:
    try:
        return Path(f"/proc/{process}/comm").read_text(encoding="utf-8")
    except OSError:
        return "gone"


def wait_for(look: Callable[[], T]) -> T:
    """What is there once it is there, within half a minute."""
    end = time.monotonic() + 30
    while not (found := look()):
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.01)
    return found


def test_a_hook_that_refuses_leaves_every_file_as_it_was(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    hook(synced.root, "pre-commit", "echo 'Not on a Friday.' >&2\nexit 1")
    before, head = synced.tree(), synced.head()
    done = synced.run("sync")
    assert done.status == 4, done
    assert "git rejected the commit: Not on a Friday." in done.out
    assert (synced.tree(), synced.head(), status(synced.root)) == (before, head, [])


def test_two_syncs_at_once_make_one_commit(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    with held(upstream) as (asked, release):
        first = synced.start("sync")
        assert asked.wait(60)
        second = synced.start("sync")
        assert second.stderr is not None
        assert (
            second.stderr.readline()
            == b"Waiting for another nemogen (process %d), which is running in this project\n" % (first.pid)
        )
        release.set()
        results = [ended(first), ended(second)]
    assert [done.status for done in results] == [0, 0], results
    assert "nothing to commit" in results[1].out
    assert git(synced.root, "rev-list", "--count", "HEAD") == "3"


@pytest.mark.parametrize("moment", ["fetching", "generating"])
def test_ctrl_c_leaves_every_file_as_it_was(synced: Workshop, upstream: Upstream, moment: str) -> None:
    upstream.push(documents.MORE)
    before, head = synced.tree(), synced.head()
    with held(upstream) as (asked, release):
        process = synced.start("sync")
        assert process.stderr is not None
        assert asked.wait(60)
        if moment == "generating":
            release.set()
            while b"generating" not in process.stderr.readline():
                pass
        os.killpg(process.pid, signal.SIGINT)
        done = ended(process)
    assert done.status == 130, done
    assert done.err.endswith("interrupted: no file was changed\n")
    assert "Traceback" not in done.err
    assert (synced.tree(), synced.head()) == (before, head)


def test_ctrl_c_while_a_hook_runs_takes_the_files_back(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    before, head = synced.tree(), synced.head()
    hook(synced.root, "pre-commit", "echo here > ../hook-runs\nexec sleep 60")
    process = synced.start("sync")
    _wait_for((synced.root.parent / "hook-runs").exists)
    os.killpg(process.pid, signal.SIGINT)
    done = ended(process)
    assert done.status == 130, done
    assert (synced.tree(), synced.head(), status(synced.root)) == (before, head, [])


def interrupted(workshop: Workshop, runs: Path, *arguments: str) -> str:
    """The last line that a command says which gets Ctrl-C once the file `runs` is there."""
    process = workshop.start(*arguments)
    _wait_for(runs.exists)
    os.killpg(process.pid, signal.SIGINT)
    done = ended(process)
    assert done.status == 130, done
    assert "Traceback" not in done.err
    return done.err.splitlines()[-1]


def test_ctrl_c_after_the_commit_says_that_it_was_made(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    hook(synced.root, "post-commit", "echo here > ../runs\nexec sleep 60")
    said = interrupted(synced, synced.root.parent / "runs", "sync", "--push")
    assert f"committed {synced.head()[:12]} on main" in said
    assert "as it was" not in said
    assert (synced.version(), status(synced.root)) == ("0.1.1", [])


def test_ctrl_c_in_a_push_says_that_it_did_not_arrive(synced: Workshop, upstream: Upstream) -> None:
    bare = synced.add_remote()
    upstream.push(documents.MORE)
    hook(synced.root, "pre-push", "echo here > ../runs\nexec sleep 60")
    said = interrupted(synced, synced.root.parent / "runs", "sync", "--push")
    assert said.endswith(f"committed {synced.head()[:12]} on main; did not push it: run the command again")
    assert git(bare, "rev-parse", "main") == git(synced.root, "rev-parse", "HEAD~1")


def test_ctrl_c_in_a_push_that_arrived_says_so(synced: Workshop, upstream: Upstream) -> None:
    bare = synced.add_remote()
    upstream.push(documents.MORE)
    hook(bare, "post-receive", f"echo here > '{synced.root.parent}/runs'\nexec sleep 60")
    said = interrupted(synced, synced.root.parent / "runs", "sync", "--push")
    assert said.endswith(f"committed {synced.head()[:12]} on main; pushed it to main at origin")
    assert git(bare, "rev-parse", "main") == synced.head()


def test_ctrl_c_in_the_second_api_says_what_became_of_the_first(synced: Workshop, upstream: Upstream) -> None:
    synced.write("specs/another/api.toml", IN_A_FILE)
    synced.write("docs/shop.json", documents.FIRST)
    synced.commit()
    upstream.push(documents.MORE)
    with held(upstream) as (asked, release):
        process = synced.start("sync", "--jobs", "1")
        assert asked.wait(60)
        os.killpg(process.pid, signal.SIGINT)
        done = ended(process)
        release.set()
    assert done.status == 130, done
    assert "before that: wrote" in done.err
    assert f"committed {synced.head()[:12]} on main" in done.err
    assert "another" in git(synced.root, "log", "-1", "--format=%s")


def test_a_remote_that_moved_in_between_is_reported_and_the_commit_is_kept(
    synced: Workshop, upstream: Upstream, tmp_path: Path
) -> None:
    bare = synced.add_remote()
    git(tmp_path, "clone", "--quiet", str(bare), "other")
    git(tmp_path / "other", "commit", "--quiet", "--allow-empty", "--message", "theirs")
    git(tmp_path / "other", "push", "--quiet")
    upstream.push(documents.MORE)
    done = synced.run("sync", "--push", "--verbose")
    assert done.status == 4, done
    assert "the remote branch has moved in the meantime" in done.out
    assert "git pull --rebase" in done.out
    assert synced.version() == "0.1.1"
    git(synced.root, "pull", "--quiet", "--rebase", "origin", "main")
    assert synced.run("sync", "--push").status == 0
    assert git(bare, "rev-parse", "main") == synced.head()


@pytest.mark.slow
def test_a_protected_branch_is_reported_with_the_way_round(synced: Workshop, upstream: Upstream) -> None:
    bare = synced.add_remote()
    hook(bare, "pre-receive", "echo 'main is protected' >&2\nexit 1")
    upstream.push(documents.MORE)
    done = synced.run("sync", "--push")
    assert done.status == 4, done
    assert "main is protected" in done.out
    assert "--pull-request" in done.out


@pytest.mark.slow
def test_a_clock_that_is_wrong_changes_nothing(synced: Workshop, upstream: Upstream) -> None:
    before = synced.tree()
    assert synced.run("check", **{START_UP: WRONG_CLOCK}).status == 0
    assert synced.run("sync", **{START_UP: WRONG_CLOCK}).status == 0
    assert synced.tree() == before
    assert upstream.raw.requests


@contextmanager
def held(upstream: Upstream) -> Iterator[tuple[threading.Event, threading.Event]]:
    """The host of raw files says that it was asked, and answers when it is released."""
    asked, release = threading.Event(), threading.Event()
    answer = upstream.raw.answer

    def wait(request: Request) -> Reply:
        asked.set()
        release.wait(60)
        return answer(request)

    upstream.raw.answer = wait
    try:
        yield asked, release
    finally:
        release.set()


def ended(process: subprocess.Popen[bytes]) -> Done:
    out, err = process.communicate(timeout=60)
    return Done(process.returncode, out.decode(), err.decode())


def _wait_for(condition: Callable[[], bool]) -> None:
    for _ in range(1200):
        if condition():
            return
        threading.Event().wait(0.05)
    pytest.fail("it did not happen within a minute")
