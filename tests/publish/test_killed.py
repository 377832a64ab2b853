"""A write that dies or fails at any of its steps leaves the old tree or the new one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from nemogen.publish.write import half_done, locked, recover
from tests.publish.faulty_write import NEW
from tests.publish.trees import plant, tree

PROJECT = Path(__file__).parents[2]
OLD = {
    "specs/toy/openapi.json": b"old pin",
    "specs/toy/overlay.yaml": b"the user's",
    "generated/toy/README.md": b"stays",
    "generated/toy/src/toy/client.py": b"old client",
    "generated/toy/src/toy/removed.py": b"goes",
    "generated/toy/src/toy/old/deep.py": b"goes with its folder",
    "generated/toy/src/toy/models/a.py": b"folder",
    "generated/toy/src/toy/params": b"file",
    "generated/toy/src/toy/mine.py": b"unknown to nemogen",
}
AFTER = {path: content for path, content in {**OLD, **NEW}.items() if content is not None}


def sweep(folder: Path, kind: str, action: str = "write") -> dict[Path, int]:
    """Meet the fault at every operation in turn: the tree of each try with its exit status, without the last,
    which met none."""
    if not (folder / "start").exists():
        plant(folder / "start", OLD)
    program = [sys.executable, "-m", "tests.publish.faulty_write", str(folder), kind, action]
    # Its own temporary folder: what other processes leave there would change the number of operations of each try.
    own = {**os.environ, "TMPDIR": str(folder)}
    outcome = subprocess.run(program, cwd=PROJECT, env=own, capture_output=True, text=True, timeout=120, check=False)
    assert outcome.returncode == 0, outcome.stderr
    statuses = json.loads(outcome.stdout)
    assert statuses.pop() == 99
    assert len(statuses) > 5
    return {folder / str(step): status for step, status in enumerate(statuses, start=1)}


def test_a_write_killed_at_any_step_is_old_or_new_after_recovery(tmp_path: Path) -> None:
    outcomes = set()
    for root, status in sweep(tmp_path, "kill").items():
        assert status == -signal.SIGKILL
        for path, content in tree(root).items():
            assert content in (OLD.get(path), NEW.get(path)), "every single file is whole at any moment"
        torn = tree(root) not in (OLD, AFTER)
        assert half_done(root) or not torn, root
        recovery = recover(root)
        assert tree(root) == (AFTER if recovery else tree(root)), root
        assert tree(root) in (OLD, AFTER), root
        with locked(root):
            assert not (root / ".nemogen/swap").exists(), root
        outcomes.add((torn, tree(root) == AFTER))
    assert outcomes == {(False, False), (True, True), (False, True)}


def test_a_recovery_killed_at_any_step_is_finished_by_the_next(tmp_path: Path) -> None:
    torn = [root for root in sweep(tmp_path, "kill") if tree(root) not in (OLD, AFTER)]
    for number in (0, len(torn) // 2, -1):
        folder = tmp_path / f"again-{number}"
        shutil.copytree(torn[number], folder / "start")
        for root in sweep(folder, "kill", "recover"):
            recover(root)
            assert tree(root) == AFTER, root


def test_an_error_at_any_step_puts_every_file_back_or_is_got_round(tmp_path: Path) -> None:
    outcomes = sweep(tmp_path, "error")
    assert set(outcomes.values()) == {0, 4}
    for root, status in outcomes.items():
        assert tree(root) == (OLD if status == 4 else AFTER), root
        assert not half_done(root), root


def test_ctrl_c_at_any_step_before_the_last_puts_every_file_back(tmp_path: Path) -> None:
    outcomes = sweep(tmp_path, "interrupt")
    assert set(outcomes.values()) == {130}
    assert not any(half_done(root) for root in outcomes)
    over = [tree(root) == AFTER for root in outcomes]
    assert all(tree(root) == OLD for root, done in zip(outcomes, over, strict=True) if not done)
    assert over == sorted(over), "once the journal is gone, the write is over"


def test_a_write_killed_while_it_is_undone_is_undone_by_the_next(tmp_path: Path) -> None:
    undoing = [root for root in sweep(tmp_path, "undo") if (root / ".nemogen/swap/back.json").exists()]
    assert len({json.dumps(sorted(tree(root))) for root in undoing}) > 3, "killed at different moments"
    for root in undoing:
        recovery = recover(root)
        assert recovery is not None
        assert not recovery.completed
        assert tree(root) == OLD, root


def test_a_disk_that_fails_for_good_is_recovered_when_it_works_again(tmp_path: Path) -> None:
    for root, status in sweep(tmp_path, "errors").items():
        assert status in (0, 4), root
        recover(root)
        assert tree(root) in (OLD, AFTER), root
