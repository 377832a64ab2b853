"""What git tells about a repository, and what is said where it tells nothing."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from nemogen.errors import GitError
from nemogen.publish.git import Change, Repository
from nemogen.publish.git_process import run
from tests.publish.repositories import conflict, git, initialise, status
from tests.publish.trees import plant


def test_a_folder_without_a_repository_is_reported_with_a_way_on(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="not a git work tree") as caught:
        Repository.find(tmp_path)
    assert caught.value.exit_code == 4
    assert "git init" in str(caught.value)


def test_a_bare_repository_has_no_work_tree(tmp_path: Path) -> None:
    git(tmp_path, "init", "--bare", "--quiet", "bare.git")
    with pytest.raises(GitError, match="work tree"):
        Repository.find(tmp_path / "bare.git")


def test_a_repository_of_another_user_is_reported_in_git_s_words(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(GitError, match="dubious ownership"):
        Repository.find(repository.project)


def test_a_machine_without_git_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git cannot be run") as caught:
        Repository.find(tmp_path)
    assert "Install git" in str(caught.value)


def test_a_project_in_a_folder_of_a_larger_repository_has_its_own_paths(repository: Repository) -> None:
    root = repository.top
    plant(root, {"clients/here/specs/toy/openapi.json": b"inner\n"})
    inner = Repository.find(root / "clients/here")
    assert inner.prefix == "clients/here/"
    assert inner.top == root
    assert inner.changes(["specs"]) == (Change("specs/toy/openapi.json", "?", "?"),)
    git(root, "add", ".")
    git(root, "commit", "-qm", "inner")
    assert inner.show("HEAD", "specs/toy/openapi.json") == b"inner\n"
    assert [revision.path for revision in inner.history("specs/toy/openapi.json")] == ["specs/toy/openapi.json"]


def test_a_repository_that_a_hook_runs_in_is_not_taken_for_ours(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    initialise(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other/.git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "other/.git/index"))
    assert Repository.find(repository.project).top == repository.top
    assert repository.changes(["."]) == ()


def test_every_kind_of_change_is_distinguished(repository: Repository) -> None:
    root = repository.project
    plant(root, {"a staged.txt": b"1", "notes.txt": b"changed", "new\n\x1bfile": b"", "generated/toy/client.py": b"1"})
    git(root, "add", "a staged.txt", "generated/toy/client.py")
    (root / "generated/toy/client.py").write_bytes(b"2")
    (root / "generated/toy/removed.py").unlink()
    assert {change.path: change.kind for change in repository.changes(["."])} == {
        "a staged.txt": "staged",
        "notes.txt": "changed",
        "new\n\x1bfile": "untracked",
        "generated/toy/client.py": "staged, and changed again",
        "generated/toy/removed.py": "deleted",
    }


def test_a_conflict_is_reported(repository: Repository) -> None:
    conflict(repository.project, "notes.txt")
    assert [change.kind for change in repository.changes(["notes.txt"])] == ["in conflict"]
    assert repository.in_progress() == "a merge"


def test_no_path_means_no_change_and_not_all_of_them(repository: Repository) -> None:
    plant(repository.project, {"notes.txt": b"changed"})
    assert repository.changes([]) == ()


def test_a_path_is_never_taken_for_a_pattern(repository: Repository) -> None:
    plant(repository.project, {"[n]otes.txt": b"", "*": b"", ":(top)x": b"", "notes.txt": b"changed"})
    assert [change.path for change in repository.changes(["[n]otes.txt", "*", ":(top)x"])] == [
        "*",
        ":(top)x",
        "[n]otes.txt",
    ]


def test_looking_does_not_write_the_index(repository: Repository) -> None:
    os.utime(repository.project / "notes.txt")
    before = (repository.git_dir / "index").stat().st_mtime_ns
    assert repository.changes(["."]) == ()
    assert (repository.git_dir / "index").stat().st_mtime_ns == before


def test_the_branch_is_known_before_the_first_commit_and_not_on_a_detached_head(
    repository: Repository, tmp_path: Path
) -> None:
    assert repository.branch() == "main"
    git(repository.project, "switch", "--quiet", "--detach")
    assert repository.branch() is None
    initialise(tmp_path / "empty")
    assert Repository.find(tmp_path / "empty").branch() == "main"


def test_a_file_is_shown_as_it_was_committed(repository: Repository) -> None:
    plant(repository.project, {"specs/toy/openapi.json": b"bytes \xff\r\n"})
    git(repository.project, "commit", "-qam", "bytes")
    assert repository.show("HEAD", "specs/toy/openapi.json") == b"bytes \xff\r\n"
    assert repository.show("main~1", "specs/toy/openapi.json") == b"old pin\n"


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", "-h", "", "HEAD:specs", "\x1b[2J"])
def test_what_is_no_commit_is_reported(repository: Repository, ref: str) -> None:
    with pytest.raises(GitError, match="there is no commit") as caught:
        repository.show(ref, "notes.txt")
    assert "\x1b" not in str(caught.value)
    assert not (repository.project / "x").exists()


@pytest.mark.parametrize("path", ["missing.json", "specs", "../x"])
def test_what_is_no_file_of_a_commit_is_reported(repository: Repository, path: str) -> None:
    with pytest.raises(GitError, match="is not in HEAD"):
        repository.show("HEAD", path)


def test_a_history_is_followed_over_renames_and_removals(repository: Repository) -> None:
    root = repository.project
    text = "".join(f"line {number}\n" for number in range(50))
    plant(root, {"old name.json": text.encode()})
    git(root, "add", ".")
    git(root, "commit", "-qm", "one")
    git(root, "mv", "old name.json", "new.json")
    git(root, "commit", "-qm", "two")
    plant(root, {"new.json": f"{text}more\n".encode()})
    git(root, "commit", "-qam", "three")
    git(root, "rm", "-q", "new.json")
    git(root, "commit", "-qm", "four")
    newest, three, two, one = repository.history("new.json")
    assert newest.blob is None
    assert [revision.path for revision in (newest, three, two, one)] == ["new.json"] * 3 + ["old name.json"]
    assert three.blob is not None
    assert repository.read_blob(three.blob) == f"{text}more\n".encode()
    assert one.commit == git(root, "rev-parse", "HEAD~3")
    assert two.date == git(root, "show", "-s", "--format=%cI", "HEAD~2")


def test_a_merge_that_changed_a_file_itself_is_in_its_history(repository: Repository) -> None:
    root = repository.project
    conflict(root, "notes.txt")
    plant(root, {"notes.txt": b"neither\n"})
    git(root, "commit", "-qam", "merged")
    newest, *older = repository.history("notes.txt")
    assert newest.commit == git(root, "rev-parse", "HEAD")
    assert repository.read_blob(newest.blob or "") == b"neither\n"
    assert len(older) == 3


def test_a_file_that_never_was_has_no_history(repository: Repository) -> None:
    assert repository.history("never.json") == ()


def test_a_shallow_clone_says_so(repository: Repository, tmp_path: Path) -> None:
    assert not repository.is_shallow()
    plant(repository.project, {"notes.txt": b"more"})
    git(repository.project, "commit", "-qam", "more")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository.project}", "shallow")
    assert Repository.find(tmp_path / "shallow").is_shallow()


def test_a_git_that_does_not_end_is_ended_and_told(repository: Repository) -> None:
    started = time.monotonic()
    with pytest.raises(GitError, match="did not finish within"):
        run(repository.project, "-c", "alias.wait=!sleep 30", "wait", timeout=0.2)
    assert time.monotonic() - started < 20
    assert status(repository.project) == []
