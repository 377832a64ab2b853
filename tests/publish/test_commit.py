"""A commit holds nemogen's paths and nothing of the user's."""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from nemogen.errors import GitError
from nemogen.publish.commit import commit_paths, ensure_can_commit
from nemogen.publish.git import Repository
from nemogen.publish.write import locked, write_tree, writing, written_files
from tests.interrupts import with_ctrl_c
from tests.publish.repositories import committed, conflict, git, hook, initialise, status
from tests.publish.trees import plant, tree

OURS = ["specs/toy", "generated/toy"]
CHANGES: dict[str, bytes | None] = {
    "specs/toy/openapi.json": b"new pin\n",
    "generated/toy/client.py": b"new client\n",
    "generated/toy/removed.py": None,
    "generated/toy/new/module.py": b"new\n",
}
EXPECTED = [
    "M\tgenerated/toy/client.py",
    "A\tgenerated/toy/new/module.py",
    "D\tgenerated/toy/removed.py",
    "M\tspecs/toy/openapi.json",
]


def generate(repository: Repository) -> tuple[str, ...]:
    with locked(repository.project) as checkout:
        return write_tree(CHANGES, checkout).paths


def test_new_changed_and_deleted_files_are_one_commit(repository: Repository) -> None:
    ensure_can_commit(repository, OURS)
    commit = commit_paths(repository, generate(repository), "Bring toy in step\n\n# not a comment\n- item\n")
    assert commit == git(repository.project, "rev-parse", "HEAD")
    assert committed(repository.project) == EXPECTED
    assert status(repository.project) == []
    assert git(repository.project, "log", "-1", "--format=%B") == "Bring toy in step\n\n# not a comment\n- item"


def test_what_the_user_staged_stays_staged_and_out_of_the_commit(repository: Repository) -> None:
    root = repository.project
    plant(root, {"notes.txt": b"staged\n", "added.txt": b"staged\n", "generated/toy/mine.txt": b"staged\n"})
    git(root, "add", ".")
    plant(root, {"notes.txt": b"staged, then changed\n", "loose.txt": b""})
    before = status(root)
    commit_paths(repository, generate(repository), "Bring toy in step")
    assert committed(root) == EXPECTED
    assert status(root) == before == ["A  added.txt", "A  generated/toy/mine.txt", "MM notes.txt", "?? loose.txt"]
    assert git(root, "show", ":notes.txt") == "staged"


def test_nothing_changed_is_no_commit(repository: Repository) -> None:
    before = git(repository.project, "rev-parse", "HEAD")
    assert commit_paths(repository, ["specs/toy/openapi.json", "never/was.py"], "nothing") is None
    assert commit_paths(repository, [], "nothing") is None
    assert git(repository.project, "rev-parse", "HEAD") == before


def test_the_first_commit_of_a_repository_can_be_ours(tmp_path: Path) -> None:
    initialise(tmp_path)
    plant(tmp_path, {"specs/toy/lock.json": b"{}", "user.txt": b""})
    repository = Repository.find(tmp_path)
    ensure_can_commit(repository, OURS)
    assert commit_paths(repository, ["specs/toy/lock.json"], "First")
    assert committed(tmp_path) == ["A\tspecs/toy/lock.json"]
    assert status(tmp_path) == ["?? user.txt"]


def test_a_project_in_a_subfolder_commits_its_own_paths_alone(repository: Repository) -> None:
    plant(repository.top, {"sub/specs/toy/lock.json": b"{}", "specs/toy/lock.json": b"not ours"})
    inner = Repository.find(repository.top / "sub")
    commit_paths(inner, ["specs/toy/lock.json"], "Inner")
    assert committed(repository.top) == ["A\tsub/specs/toy/lock.json"]


def test_names_that_look_like_patterns_are_committed_literally(repository: Repository) -> None:
    plant(repository.project, {"generated/toy/*.py": b"star", "generated/toy/client.py": b"user's edit"})
    commit_paths(repository, ["generated/toy/*.py"], "Star")
    assert committed(repository.project) == ["A\tgenerated/toy/*.py"]
    assert status(repository.project) == ["M generated/toy/client.py"]


@pytest.mark.parametrize("name", ["pre-commit", "commit-msg"])
def test_a_hook_that_refuses_is_quoted_and_the_index_is_as_it_was(repository: Repository, name: str) -> None:
    root = repository.project
    hook(root, name, 'printf "\\033[31mno \\303\\251 today\\033[0m\\n" >&2; exit 1')
    plant(root, {"notes.txt": b"staged\n"})
    git(root, "add", "notes.txt")
    head, before = git(root, "rev-parse", "HEAD"), git(root, "ls-files", "--stage")
    paths = generate(repository)
    with pytest.raises(GitError, match="git rejected the commit: no é today") as caught:
        commit_paths(repository, paths, "Bring toy in step")
    assert "\x1b" not in str(caught.value)
    assert git(root, "rev-parse", "HEAD") == head
    assert git(root, "ls-files", "--stage") == before


def test_a_hook_that_refuses_leaves_every_file_as_it_was_before_the_write(repository: Repository) -> None:
    root = repository.project
    hook(root, "pre-commit", "exit 1")
    before = tree(root)
    with locked(root) as checkout:
        with pytest.raises(GitError), writing(CHANGES, checkout) as written:
            commit_paths(repository, written.paths, "Bring toy in step")
        assert tree(root) == before
    assert status(root) == []


def test_hooks_run_without_settings_of_ours(repository: Repository, tmp_path: Path) -> None:
    hook(repository.project, "pre-commit", f"env > '{tmp_path}/seen'; git ls-files '*.txt' > '{tmp_path}/listed'")
    commit_paths(repository, generate(repository), "Bring toy in step")
    seen = (tmp_path / "seen").read_text()
    assert "GIT_LITERAL_PATHSPECS" not in seen
    assert "LC_ALL=C\n" not in seen
    assert (tmp_path / "listed").read_text() == "notes.txt\n"


def test_ignored_files_are_named_with_the_rule_that_ignores_them(repository: Repository) -> None:
    root = repository.project
    plant(root, {".gitignore": b"*.log\nnew/\n!kept.log\n", "generated/toy/kept.log": b""})
    paths = generate(repository)
    with pytest.raises(GitError, match=r"\.gitignore:2: new/") as caught:
        commit_paths(repository, [*paths, "generated/toy/kept.log"], "Bring toy in step")
    assert [str(problem.where) for problem in caught.value.problems] == ["generated/toy/new/module.py"]


def test_a_user_edit_in_our_paths_is_refused_before_anything_is_generated(repository: Repository) -> None:
    root = repository.project
    plant(root, {"generated/toy/client.py": b"by hand\n", "notes.txt": b"elsewhere\n", "generated/toy/loose.py": b""})
    (root / "specs/toy/openapi.json").unlink()
    with pytest.raises(GitError) as caught:
        ensure_can_commit(repository, OURS)
    assert [str(problem.where) for problem in caught.value.problems] == [
        "generated/toy/client.py",
        "specs/toy/openapi.json",
    ]
    with pytest.raises(GitError, match="untracked"):
        ensure_can_commit(repository, ["generated/toy/loose.py"], untracked=True)


def test_what_a_killed_run_left_uncommitted_is_no_foreign_change(repository: Repository) -> None:
    generate(repository)
    ours = written_files(repository.project)
    with pytest.raises(GitError):
        ensure_can_commit(repository, OURS)
    ensure_can_commit(repository, OURS, ours=ours, untracked=True)
    git(repository.project, "add", ".")
    ensure_can_commit(repository, OURS, ours=ours)
    plant(repository.project, {"generated/toy/client.py": b"edited since\n"})
    with pytest.raises(GitError, match=r"client\.py"):
        ensure_can_commit(repository, OURS, ours=ours)


def test_what_the_user_staged_under_ours_is_foreign(repository: Repository) -> None:
    plant(repository.project, {"generated/toy/client.py": b"the user staged this\n"})
    git(repository.project, "add", ".")
    generate(repository)
    with pytest.raises(GitError, match="staged, and changed again"):
        ensure_can_commit(repository, OURS, ours=written_files(repository.project))


def test_a_merge_conflict_anywhere_is_refused(repository: Repository) -> None:
    conflict(repository.project, "notes.txt")
    with pytest.raises(GitError) as caught:
        ensure_can_commit(repository, OURS)
    assert [problem.what for problem in caught.value.problems] == [
        "a merge is in progress",
        "there are unresolved conflicts",
    ]


def test_a_conflict_in_our_paths_is_no_work_of_ours(repository: Repository) -> None:
    conflict(repository.project, "generated/toy/client.py")
    with pytest.raises(GitError, match="in conflict"):
        ensure_can_commit(repository, OURS, ours={"generated/toy/client.py": None})


def test_a_rebase_in_progress_is_reported_once(repository: Repository) -> None:
    root = repository.project
    conflict(root, "notes.txt")
    git(root, "merge", "--abort")
    git(root, "rebase", "other", status=1)
    with pytest.raises(GitError, match="a rebase is in progress") as caught:
        ensure_can_commit(repository, OURS)
    assert "detached" not in str(caught.value)


def test_a_detached_head_is_refused(repository: Repository) -> None:
    git(repository.project, "switch", "--quiet", "--detach")
    with pytest.raises(GitError, match="detached HEAD"):
        ensure_can_commit(repository, OURS)


def test_a_missing_identity_is_reported_before_anything_is_generated(
    repository: Repository, own_git_settings: Path
) -> None:
    (own_git_settings / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
    with pytest.raises(GitError, match="git has no author for the commit") as caught:
        ensure_can_commit(repository, OURS)
    assert "user.email" in str(caught.value)


@pytest.mark.parametrize("name", ["index.lock", "HEAD.lock", "refs/heads/main.lock"])
def test_a_lock_that_a_dead_git_left_is_reported_with_its_path_and_left(repository: Repository, name: str) -> None:
    paths = generate(repository)
    lock = repository.project / ".git" / name
    lock.write_bytes(b"somebody's")
    before, entries = status(repository.project), git(repository.project, "ls-files", "--stage")
    attempts: tuple[Callable[[], object], ...] = (
        lambda: ensure_can_commit(repository, OURS, ours=written_files(repository.project)),
        lambda: commit_paths(repository, paths, "Bring toy in step"),
    )
    for work in attempts:
        with pytest.raises(GitError, match="the git lock exists") as caught:
            work()
        (problem,) = caught.value.problems
        assert str(problem.where) == str(lock)
        assert "remove this file" in problem.remedy
    assert lock.read_bytes() == b"somebody's"
    assert status(repository.project) == before
    assert git(repository.project, "ls-files", "--stage") == entries


def test_a_lock_that_goes_away_is_waited_for(repository: Repository) -> None:
    paths = generate(repository)
    lock = repository.project / ".git/index.lock"
    lock.write_bytes(b"")
    timer = threading.Timer(0.5, lock.unlink)
    timer.start()
    ensure_can_commit(repository, OURS, ours=written_files(repository.project))
    timer.join()
    lock.write_bytes(b"")
    timer = threading.Timer(0.5, lock.unlink)
    timer.start()
    assert commit_paths(repository, paths, "Bring toy in step")
    timer.join()


def test_what_the_user_stages_while_a_hook_runs_stays_staged(repository: Repository) -> None:
    root = repository.project
    hook(root, "pre-commit", "echo later > later.txt; env -u GIT_INDEX_FILE git add later.txt")
    commit_paths(repository, generate(repository), "Bring toy in step")
    assert committed(root) == EXPECTED
    assert status(root) == ["A  later.txt"]


def test_what_the_user_stages_while_a_hook_runs_that_refuses_stays_staged(repository: Repository) -> None:
    root = repository.project
    hook(root, "pre-commit", "echo later > later.txt; env -u GIT_INDEX_FILE git add later.txt; exit 1")
    paths = generate(repository)
    before = status(root)
    with pytest.raises(GitError, match="git rejected"):
        commit_paths(repository, paths, "Bring toy in step")
    assert sorted(status(root)) == sorted([*before, "A  later.txt"])


def test_another_git_sees_no_lock_while_a_hook_runs(repository: Repository, tmp_path: Path) -> None:
    hook(repository.project, "pre-commit", f"find .git -name '*.lock' > '{tmp_path}/locks'")
    commit_paths(repository, generate(repository), "Bring toy in step")
    assert (tmp_path / "locks").read_text() == ""


def test_a_lock_of_our_own_that_a_kill_left_is_removed(repository: Repository) -> None:
    root = repository.project
    copy = root / ".git" / f"nemogen-{hashlib.sha256(b'').hexdigest()[:12]}.index"
    shutil.copy2(root / ".git/index", copy)
    (root / ".git/index.lock").hardlink_to(copy)
    paths = generate(repository)
    ensure_can_commit(repository, OURS, ours=written_files(root))
    assert commit_paths(repository, paths, "Bring toy in step")
    assert status(root) == []
    assert not list((root / ".git").glob("nemogen*"))


def test_a_copy_that_a_kill_left_is_the_index_itself_and_harmless(repository: Repository) -> None:
    root = repository.project
    copy = root / ".git" / f"nemogen-{hashlib.sha256(b'').hexdigest()[:12]}.index"
    copy.hardlink_to(root / ".git/index")
    copy.with_name(f"{copy.name}.lock").write_bytes(b"")
    assert commit_paths(repository, generate(repository), "Bring toy in step")
    assert status(root) == []


def test_a_disk_without_hard_links_commits_too(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert commit_paths(repository, generate(repository), "Bring toy in step")
    assert committed(repository.project) == EXPECTED
    assert status(repository.project) == []
    assert not list((repository.project / ".git").glob("*.lock"))


def test_a_work_tree_of_its_own_has_an_index_of_its_own(repository: Repository) -> None:
    root = repository.project
    git(root, "worktree", "add", "--quiet", "-b", "other", str(root.parent / "other"))
    other = Repository.find(root.parent / "other")
    assert commit_paths(other, generate(other), "Bring toy in step")
    assert committed(other.project) == EXPECTED
    assert (status(root), status(other.project)) == ([], [])


def test_what_was_removed_leaves_the_commit_whatever_lies_there(repository: Repository) -> None:
    root = repository.project
    plant(root, {"generated/toy/removed.py": b"the user's\n"})
    assert commit_paths(repository, [], "Remove", ["generated/toy/removed.py"])
    assert committed(root) == ["D\tgenerated/toy/removed.py"]
    assert status(root) == ["?? generated/toy/removed.py"]
    plant(root, {"generated/toy/client.py": b"the user's\n"})
    git(root, "add", "generated/toy/client.py")
    assert commit_paths(repository, [], "Remove", ["generated/toy/client.py"])
    assert committed(root) == ["D\tgenerated/toy/client.py"]
    assert "A  generated/toy/client.py" in status(root)


def test_an_interrupt_after_the_commit_does_not_take_the_files_back(repository: Repository, tmp_path: Path) -> None:
    root = repository.project
    hook(root, "post-commit", f"kill -INT $(cat '{tmp_path}/nemogen'); sleep 1")
    program = (
        f"import os; open({str(tmp_path / 'nemogen')!r}, 'w').write(str(os.getpid()))\n"
        "from nemogen.interrupts import deferred\n"
        f"with deferred():{textwrap.indent(KILLED_IN_COMMIT, '    ')}"
    )
    command = [sys.executable, "-c", program, str(root)]
    ended = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, check=False)
    assert b"KeyboardInterrupt" in ended.stderr
    assert committed(root) == EXPECTED
    assert status(root) == []


KILLED_IN_COMMIT = """
import sys
from pathlib import Path
from nemogen.publish.commit import commit_paths
from nemogen.publish.git import Repository
from nemogen.publish.write import locked, writing
from tests.publish.test_commit import CHANGES
root = Path(sys.argv[1])
with locked(root) as checkout, writing(CHANGES, checkout) as written:
    commit_paths(Repository.find(root), written.paths, "Bring toy in step")
"""


@pytest.mark.parametrize("name", ["pre-commit", "commit-msg", "post-commit"])
def test_killed_during_the_commit_the_next_run_makes_it_whole(
    repository: Repository, tmp_path: Path, name: str
) -> None:
    root = repository.project
    plant(root, {"notes.txt": b"staged\n"})
    git(root, "add", "notes.txt")
    hook(root, name, f"echo $PPID > '{tmp_path}/git'; kill -KILL $(cat '{tmp_path}/nemogen') $PPID")
    program = f"import os; open({str(tmp_path / 'nemogen')!r}, 'w').write(str(os.getpid()))\n{KILLED_IN_COMMIT}"
    killed = subprocess.run([sys.executable, "-c", program, str(root)], cwd=Path(__file__).parents[2], check=False)
    assert killed.returncode == -signal.SIGKILL
    hook(root, name, "exit 0")
    assert not list((root / ".git").rglob("*.lock"))
    with locked(root) as checkout:
        ensure_can_commit(repository, OURS, ours=written_files(root))
        with writing(CHANGES, checkout):
            commit_paths(repository, CHANGES, "Bring toy in step")
    assert committed(root) == EXPECTED
    assert git(root, "rev-list", "--count", "HEAD") == "2"
    assert status(root) == ["M  notes.txt"]


def test_ctrl_c_during_a_hook_leaves_no_lock_of_git_behind(repository: Repository, tmp_path: Path) -> None:
    root = repository.project
    hook(root, "pre-commit", f"kill -INT $(cat '{tmp_path}/nemogen'); sleep 5")
    program = f"import os; open({str(tmp_path / 'nemogen')!r}, 'w').write(str(os.getpid()))\n{KILLED_IN_COMMIT}"
    before = tree(root)
    with with_ctrl_c():
        ended = subprocess.run(
            [sys.executable, "-c", program, str(root)],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
    assert b"KeyboardInterrupt" in ended.stderr
    assert tree(root) == before
    assert status(root) == []
    assert not list((root / ".git").glob("*.lock"))


KILLED_AT_FILE_OPERATION = """
import os, signal, sys
left = int(sys.argv[2])

def fault(event, arguments):
    global left
    if event in ("os.link", "os.rename", "os.remove", "os.mkdir", "shutil.copyfile"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(fault)
"""


@pytest.mark.slow
def test_killed_at_any_file_operation_the_next_run_makes_it_whole(repository: Repository, tmp_path: Path) -> None:
    program = KILLED_AT_FILE_OPERATION + KILLED_IN_COMMIT
    plant(repository.project, {"notes.txt": b"staged\n"})
    git(repository.project, "add", "notes.txt")
    for at in itertools.count(1):
        root = tmp_path / str(at)
        shutil.copytree(repository.project, root)
        command = [sys.executable, "-c", program, str(root), str(at)]
        ended = subprocess.run(command, cwd=Path(__file__).parents[2], check=False)
        again = Repository.find(root)
        with locked(root) as checkout:
            ensure_can_commit(again, OURS, ours=written_files(root))
            with writing(CHANGES, checkout):
                commit_paths(again, CHANGES, "Bring toy in step")
        assert committed(root) == EXPECTED, at
        assert git(root, "rev-list", "--count", "HEAD") == "2", at
        assert status(root) == ["M  notes.txt"], at
        assert not [*(root / ".git").rglob("*.lock"), *(root / ".git").glob("nemogen*")], at
        git(root, "fsck", "--strict")
        if ended.returncode == 0:
            break
        assert ended.returncode == -signal.SIGKILL, at
    assert at > 10


def test_a_lock_is_found_where_the_path_has_blanks(tmp_path: Path) -> None:
    root = tmp_path / "a project"
    initialise(root)
    plant(root, {".git/HEAD.lock": b""})
    with pytest.raises(GitError, match=r"HEAD\.lock"):
        ensure_can_commit(Repository.find(root), OURS)
