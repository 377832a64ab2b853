"""Commits beside the checkout, and pushes that the remote takes, rejects or refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from nemogen.errors import GitError
from nemogen.publish.branches import (
    PushRefused,
    PushRejected,
    commit_on,
    default_branch,
    differs,
    fetch,
    holds,
    local_head,
    move_branch,
    push,
    push_own,
    remote_heads,
    remote_url,
    tip,
)
from nemogen.publish.git import Repository
from tests.publish.repositories import committed, git, hook, status
from tests.publish.trees import plant, tree

CHANGES: dict[str, bytes | None] = {
    "specs/toy/openapi.json": b"new pin\n",
    "generated/toy/removed.py": None,
    "generated/toy/never.py": None,
    "generated/toy/new/module.py": b"new\n",
}
EXPECTED = ["A\tgenerated/toy/new/module.py", "D\tgenerated/toy/removed.py", "M\tspecs/toy/openapi.json"]


def head(folder: Path, ref: str = "HEAD") -> str:
    return git(folder, "rev-parse", ref)


def test_a_commit_beside_the_checkout_touches_nothing_of_the_user(repository: Repository) -> None:
    root = repository.project
    plant(root, {"notes.txt": b"staged\n", "specs/toy/openapi.json": b"edited\n"})
    git(root, "add", "notes.txt")
    before = (tree(root), status(root), head(root), git(root, "branch", "--list"))
    made = commit_on(repository, head(root), CHANGES, "Bring toy in step")
    assert (tree(root), status(root), head(root), git(root, "branch", "--list")) == before
    assert committed(root, made.commit) == EXPECTED
    assert head(root, f"{made.commit}^") == made.parent == head(root)


def test_a_project_in_a_subfolder_commits_below_it(repository: Repository) -> None:
    plant(repository.top, {"sub/.gitattributes": b"*.txt text eol=lf\n"})
    git(repository.top, "add", ".")
    git(repository.top, "commit", "-qm", "sub")
    inner = Repository.find(repository.top / "sub")
    made = commit_on(inner, head(repository.top), {"a.txt": b"one\r\ntwo\r\n", "b.bin": b"\r\n"}, "Inner")
    assert committed(repository.top, made.commit) == ["A\tsub/a.txt", "A\tsub/b.bin"]
    assert inner.show(made.commit, "a.txt") == b"one\ntwo\n"
    assert inner.show(made.commit, "b.bin") == b"\r\n"


def test_a_file_may_become_a_folder_and_a_folder_a_file(repository: Repository) -> None:
    changes: dict[str, bytes | None] = {
        "generated/toy/client.py/deep.py": b"",
        "generated/toy/client.py": None,
        "specs/toy": b"a file",
        "specs/toy/openapi.json": None,
    }
    made = commit_on(repository, head(repository.project), changes, "Swap")
    names = git(repository.project, "ls-tree", "-r", "--name-only", made.commit).splitlines()
    assert names == ["generated/toy/client.py/deep.py", "generated/toy/removed.py", "notes.txt", "specs/toy"]


def test_a_file_that_could_be_executed_still_can_be(repository: Repository) -> None:
    root = repository.project
    (root / "generated/toy/client.py").chmod(0o755)
    git(root, "commit", "-qam", "executable")
    made = commit_on(repository, head(root), {"generated/toy/client.py": b"x", "generated/toy/b.py": b"x"}, "Change")
    listing = git(root, "ls-tree", "-r", made.commit, "generated/toy/client.py", "generated/toy/b.py")
    assert [line.split()[0] for line in listing.splitlines()] == ["100644", "100755"]


def test_a_repository_with_sha256_works_too(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--object-format=sha256", "wide")
    plant(tmp_path / "wide", {"a": b"1", "b": b"1"})
    git(tmp_path / "wide", "add", ".")
    git(tmp_path / "wide", "commit", "-qm", "start")
    wide = Repository.find(tmp_path / "wide")
    made = commit_on(wide, head(wide.project), {"a": None, "b": b"2"}, "Change")
    assert committed(wide.project, made.commit) == ["D\ta", "M\tb"]
    assert tip(wide, made.commit).untouched


def test_our_commit_is_known_again_until_somebody_works_on_it(repository: Repository) -> None:
    root = repository.project
    made = commit_on(repository, head(root), CHANGES, "Bring toy in step\n\nMore words.\n\nSigned-off-by: X <x@y>\n")
    assert tip(repository, made.commit) == made
    assert made.untouched
    git(root, "switch", "--quiet", "-c", "work", made.commit)
    plant(root, {"generated/toy/client.py": b"by hand\n"})
    git(root, "commit", "-qam", "on top")
    assert not tip(repository, head(root)).untouched
    git(root, "switch", "--quiet", "-C", "work", made.commit)
    plant(root, {"generated/toy/client.py": b"by hand\n"})
    git(root, "commit", "-qa", "--amend", "--no-edit")
    assert not tip(repository, head(root)).untouched
    assert not tip(repository, head(root, "main")).untouched
    assert tip(repository, head(root, "main")).parent is None


def test_whether_a_commit_holds_the_content_is_reported(repository: Repository) -> None:
    root = repository.project
    made = commit_on(repository, head(root), CHANGES, "Bring toy in step")
    assert holds(repository, made.commit, CHANGES)
    assert not holds(repository, head(root), CHANGES)
    assert differs(repository, head(root), made.commit, CHANGES)
    assert not differs(repository, head(root), made.commit, ["notes.txt", "*"])
    with pytest.raises(GitError):
        differs(repository, head(root), "0" * 40, CHANGES)


def test_a_local_branch_is_made_and_moved_but_not_under_the_user(repository: Repository) -> None:
    root = repository.project
    made = commit_on(repository, head(root), CHANGES, "Bring toy in step")
    assert local_head(repository, "topic") is None
    move_branch(repository, "topic", head(root), None)
    move_branch(repository, "topic", made.commit, head(root))
    assert local_head(repository, "topic") == made.commit
    with pytest.raises(GitError, match="git cannot move"):
        move_branch(repository, "topic", head(root), None)
    with pytest.raises(GitError, match="is checked out"):
        move_branch(repository, "main", made.commit, head(root))
    with pytest.raises(GitError, match="is not a valid branch name"):
        move_branch(repository, "a..b", made.commit, None)
    assert local_head(repository, "topic") == made.commit


def test_a_signature_is_made_where_the_user_signs(repository: Repository, tmp_path: Path) -> None:
    git(repository.project, "config", "commit.gpgSign", "true")
    plant(tmp_path, {"gpg": b"#!/bin/sh\nexit 1\n"})
    (tmp_path / "gpg").chmod(0o755)
    git(repository.project, "config", "gpg.program", str(tmp_path / "gpg"))
    with pytest.raises(GitError, match="gpg failed to sign"):
        commit_on(repository, head(repository.project), CHANGES, "Bring toy in step")


def test_a_push_adds_commits_to_a_branch(repository: Repository, bare: Path) -> None:
    made = commit_on(repository, head(repository.project), CHANGES, "Bring toy in step")
    push(repository, "origin", "main", made.commit)
    assert head(bare, "main") == made.commit
    push(repository, "origin", "other", made.commit)
    assert remote_heads(repository, "origin", "*") == {"main": made.commit, "other": made.commit}


def moved_remote(tmp_path: Path) -> str:
    """Somebody else pushes to main; their commit."""
    git(tmp_path, "clone", "--quiet", "remote.git", "else")
    plant(tmp_path / "else", {"notes.txt": b"by somebody else\n"})
    git(tmp_path / "else", "commit", "-qam", "else")
    git(tmp_path / "else", "push", "--quiet")
    return head(tmp_path / "else")


def test_a_remote_that_moved_keeps_its_commits(repository: Repository, bare: Path, tmp_path: Path) -> None:
    theirs = moved_remote(tmp_path)
    made = commit_on(repository, head(repository.project), CHANGES, "Bring toy in step")
    with pytest.raises(PushRejected, match="has moved in the meantime") as caught:
        push(repository, "origin", "main", made.commit)
    assert "git pull --rebase" in str(caught.value)
    assert head(bare, "main") == theirs
    fetch(repository, "origin", theirs)
    assert tip(repository, theirs).parent == head(repository.project)
    assert head(repository.project, "main") != theirs


@pytest.mark.parametrize("name", ["pre-receive", "update"])
def test_a_protected_branch_is_reported_in_the_remote_s_words(repository: Repository, bare: Path, name: str) -> None:
    hook(bare, name, 'printf "\\033]0;evil\\007GH006: Protected branch\\n" >&2; exit 1')
    before = head(bare, "main")
    made = commit_on(repository, head(repository.project), CHANGES, "Bring toy in step")
    with pytest.raises(PushRefused, match="GH006: Protected branch") as caught:
        push(repository, "origin", "main", made.commit)
    assert "\x1b" not in str(caught.value)
    assert "evil" not in str(caught.value)
    assert "--pull-request" in str(caught.value)
    assert str(caught.value.problems[0].where) == "main"
    assert head(bare, "main") == before


def test_the_user_s_own_hook_may_refuse_a_push(repository: Repository, bare: Path) -> None:
    hook(repository.project, "pre-push", "echo not on a Friday >&2; exit 1")
    made = commit_on(repository, head(repository.project), CHANGES, "Bring toy in step")
    with pytest.raises(GitError, match="not on a Friday"):
        push(repository, "origin", "main", made.commit)
    assert head(bare, "main") != made.commit


def test_our_own_branch_is_replaced_only_where_it_is_what_was_seen(repository: Repository, bare: Path) -> None:
    base = head(repository.project)
    one = commit_on(repository, base, CHANGES, "One").commit
    two = commit_on(repository, base, {**CHANGES, "specs/toy/openapi.json": b"2"}, "Two").commit
    push_own(repository, "origin", "nemogen/toy/1", one, None)
    with pytest.raises(PushRejected):
        push_own(repository, "origin", "nemogen/toy/1", two, None)
    with pytest.raises(PushRejected):
        push_own(repository, "origin", "nemogen/toy/1", two, two)
    push_own(repository, "origin", "nemogen/toy/1", two, one)
    assert head(bare, "nemogen/toy/1") == two
    with pytest.raises(PushRejected):
        push_own(repository, "origin", "nemogen/toy/1", None, one)
    push_own(repository, "origin", "nemogen/toy/1", None, two)
    assert remote_heads(repository, "origin", "nemogen/*") == {}


def test_a_remote_that_is_not_there_is_reported_without_its_password(repository: Repository) -> None:
    url = "https://x-access-token:verysecretvalue@127.0.0.1:9/octo/clients.git"
    git(repository.project, "remote", "add", "origin", url)
    for call in (
        lambda: default_branch(repository, "origin"),
        lambda: remote_heads(repository, "origin", "main"),
        lambda: fetch(repository, "origin", "main"),
        lambda: push(repository, "origin", "main", head(repository.project)),
    ):
        with pytest.raises(GitError) as caught:
            call()
        assert "verysecretvalue" not in str(caught.value)
        assert "credentials" in str(caught.value)


def test_a_remote_that_is_not_configured_is_reported(repository: Repository) -> None:
    with pytest.raises(GitError, match="remote upstream not found"):
        remote_url(repository, "upstream")


def test_the_remote_names_its_main_branch(repository: Repository, bare: Path) -> None:
    assert default_branch(repository, "origin") == "main"
    assert remote_url(repository, "origin") == str(bare)
    git(bare, "symbolic-ref", "HEAD", "refs/heads/nowhere")
    with pytest.raises(GitError, match="does not name its default branch"):
        default_branch(repository, "origin")
