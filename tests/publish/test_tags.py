"""Release tags: found here and at the remote, made with their message, and never moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from nemogen.errors import GitError
from nemogen.publish.git import Repository
from nemogen.publish.tags import local_tags, make_tag, push_tag, remote_tags
from tests.publish.repositories import git


@pytest.fixture(name="commits")
def _commits(repository: Repository, bare: Path) -> list[str]:
    """The two last commits of a repository, which has a remote."""
    assert bare.is_dir()
    git(repository.project, "commit", "--quiet", "--allow-empty", "-m", "second")
    return git(repository.project, "rev-list", "HEAD").splitlines()[:2]


def test_a_tag_is_found_by_its_version_here_and_at_the_remote(repository: Repository, commits: list[str]) -> None:
    second, first = commits
    make_tag(repository, "shop-v1.2.3", first, "Version 1.2.3\n\n# no comment\n")
    make_tag(repository, "shop-v2-v1.0.0", second, "Of another API\n")
    assert (
        git(repository.project, "tag", "--list", "--format=%(contents)", "shop-v1.2.3")
        == "Version 1.2.3\n\n# no comment"
    )
    assert local_tags(repository, "shop") == {"1.2.3": first}
    assert remote_tags(repository, "origin", "shop") == {}
    push_tag(repository, "origin", "shop-v1.2.3")
    assert remote_tags(repository, "origin", "shop") == {"1.2.3": first}
    assert remote_tags(repository, "origin", "shop-v2") == {}


def test_a_tag_of_the_remote_is_not_moved(repository: Repository, commits: list[str]) -> None:
    second, first = commits
    make_tag(repository, "shop-v1.2.3", first, "Version 1.2.3\n")
    push_tag(repository, "origin", "shop-v1.2.3")
    git(repository.project, "tag", "--delete", "shop-v1.2.3")
    make_tag(repository, "shop-v1.2.3", second, "Version 1.2.3\n")
    with pytest.raises(GitError, match="git cannot push the tag"):
        push_tag(repository, "origin", "shop-v1.2.3")
    assert remote_tags(repository, "origin", "shop") == {"1.2.3": first}
