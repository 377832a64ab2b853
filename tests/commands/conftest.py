"""Real projects, real git, and GitHub's two hosts on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands import documents
from tests.commands.upstream import Upstream
from tests.commands.workshop import IN_A_FILE, ON_GITHUB, Workshop, isolate, open_workshop


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of the user of all commands of a test."""
    folder = tmp_path_factory.mktemp("home")
    isolate(monkeypatch, folder)
    return folder


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    """A repository on a GitHub of our own, whose first commit holds the document."""
    with Upstream() as hosts:
        hosts.push(documents.FIRST)
        yield hosts


@pytest.fixture
def workshop(tmp_path: Path, upstream: Upstream) -> Workshop:
    """A project that names the document on GitHub, and was never synced."""
    return open_workshop(tmp_path / "project", {"specs/shop/api.toml": ON_GITHUB}, upstream.environment)


@pytest.fixture(scope="session")
def _synced_from_github(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    with pytest.MonkeyPatch.context() as patch, Upstream() as hosts:
        isolate(patch, tmp_path_factory.mktemp("home"))
        hosts.push(documents.FIRST)
        files = {"specs/shop/api.toml": ON_GITHUB, "notes.txt": "the user's\n"}
        project = open_workshop(tmp_path_factory.mktemp("github") / "project", files, hosts.environment)
        done = project.run("sync")
        assert done.status == 0, done
        return project.pack()


@pytest.fixture(scope="session")
def _synced_from_file(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    with pytest.MonkeyPatch.context() as patch:
        isolate(patch, tmp_path_factory.mktemp("home"))
        files: dict[str, str | bytes] = {"specs/shop/api.toml": IN_A_FILE, "docs/shop.json": documents.FIRST}
        project = open_workshop(tmp_path_factory.mktemp("file") / "project", files, {})
        done = project.run("sync")
        assert done.status == 0, done
        return project.pack()


@pytest.fixture
def synced(_synced_from_github: Workshop, tmp_path: Path, upstream: Upstream) -> Workshop:
    """A project that is in step with the first revision of `upstream`."""
    return _synced_from_github.copy(tmp_path / "project", upstream.environment)


@pytest.fixture
def local(_synced_from_file: Workshop, tmp_path: Path) -> Workshop:
    """A project that is in step with docs/shop.json, a file of its own; it needs no network."""
    return _synced_from_file.copy(tmp_path / "project", {})
