"""Real repositories for the tests, out of reach of the configuration of whoever runs them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nemogen.publish.git import Repository
from tests.publish.pulls_server import GitHubServer, serving
from tests.publish.repositories import SETTINGS, git, initialise
from tests.publish.trees import plant
from tests.servers.loopback import CERTIFICATE


@pytest.fixture(autouse=True)
def own_git_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home with an identity: the only configuration that git sees."""
    home = tmp_path_factory.mktemp("home")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GITHUB_TOKEN", "GITHUB_REPOSITORY", "GITHUB_API_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / ".gitconfig"))
    (home / ".gitconfig").write_text(SETTINGS, encoding="utf-8")
    # The one of the servers on loopback: to read those of the system takes longer than most of these tests.
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    return home


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with a project of one API, one file of the user's, and one commit."""
    root = tmp_path / "project"
    initialise(root)
    plant(
        root,
        {
            "specs/toy/openapi.json": b"old pin\n",
            "generated/toy/client.py": b"old client\n",
            "generated/toy/removed.py": b"goes\n",
            "notes.txt": b"the user's\n",
        },
    )
    git(root, "add", ".")
    git(root, "commit", "-m", "start")
    return Repository.find(root)


@pytest.fixture
def bare(repository: Repository, tmp_path: Path) -> Path:
    """A bare repository that is `origin` of the project, with its main branch."""
    git(tmp_path, "init", "--bare", "--quiet", "remote.git")
    git(repository.project, "remote", "add", "origin", str(tmp_path / "remote.git"))
    git(repository.project, "push", "--quiet", "origin", "main")
    return tmp_path / "remote.git"


@pytest.fixture
def github(bare: Path) -> Iterator[GitHubServer]:
    """A server that answers as GitHub does, over the bare repository."""
    with serving(bare) as server:
        yield server
