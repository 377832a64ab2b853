"""Killed with all that it started, before, in or after any of its git commands, a sync leaves git fit to work."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import pytest

from tests.commands import documents
from tests.commands.test_deletions import USERS, disturb, is_in_step, shop
from tests.commands.test_deletions import _with_orders as _with_orders
from tests.commands.workshop import Workshop
from tests.publish.repositories import git, status

__all__ = ["shop"]

WRAPPER = """\
#!{shell}
count=$(($(cat '{counter}') + 1))
echo $count > '{counter}'
if [ $count -eq $KILL_AT ]; then
    case $KILL_WHEN in
        before) kill -KILL 0 ;;
        after) '{git}' "$@"; kill -KILL 0 ;;
        within) '{git}' "$@" & sleep 0.002; kill -KILL 0 ;;
    esac
fi
exec '{git}' "$@"
"""


def wrapped_git(folder: Path) -> dict[str, str]:
    """Variables with which the command finds a git that counts, and kills its process group at one count."""
    folder.mkdir()
    (folder / "count").write_text("0", encoding="ascii")
    text = WRAPPER.format(shell=shutil.which("sh"), git=shutil.which("git"), counter=folder / "count")
    (folder / "git").write_text(text, encoding="utf-8")
    (folder / "git").chmod(0o755)
    return {"PATH": f"{folder}:{os.environ['PATH']}"}


@pytest.mark.slow
@pytest.mark.parametrize(("when", "at"), [("before", -2), ("within", -1), ("after", 0)])
def test_a_sync_killed_at_every_third_git_command_is_completed_by_the_next(
    shop: Workshop, tmp_path: Path, when: str, at: int
) -> None:
    disturb(shop)
    survived = False
    while not survived:
        at += 3
        project = shop.copy(tmp_path / str(at) / "project", {})
        variables = wrapped_git(tmp_path / str(at) / "bin")
        process = project.start("sync", "--accept", "breaking", **variables, KILL_AT=str(at), KILL_WHEN=when)
        process.communicate(timeout=120)
        survived = process.returncode == 0
        assert survived or process.returncode == -signal.SIGKILL
        git(project.root, "fsck", "--strict")
        assert git(project.root, "show", ":notes.txt") == "staged"
        done = project.run("sync", "--accept", "breaking")
        assert done.status == 0, (at, done)
        assert status(project.root) == USERS, at
        assert not list((project.root / ".git").rglob("*.lock")), at
        assert not list((project.root / ".git").glob("nemogen*")), at
        assert (project.root / "specs/shop/openapi.json").read_bytes() == documents.FIRST
        is_in_step(project)
        shutil.rmtree(tmp_path / str(at))
    assert at > 20
