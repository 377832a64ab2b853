"""The two hosts of GitHub on loopback, and a client that knows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nemogen.config import GitHubSource
from nemogen.http.client import Http
from nemogen.http.github import GitHub, read_hosts
from nemogen.http.limits import Limits
from nemogen.project import Project
from tests.servers.github_api import GitHubApi
from tests.servers.loopback import CERTIFICATE
from tests.servers.raw_host import RawHost
from tests.servers.repository import Repository

SOURCE = GitHubSource("owner/docs", "main", "api/openapi.json")
SPEC = b'{"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {}}\n'
NOW = 1_700_000_000.0
QUICK = Limits(size=1 << 20, connect=2, read=0.4, total=6, hops=3, tries=3, first_wait=0.001, longest_wait=5)


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy and no token of the machine that runs the tests; the servers' certificate is trusted."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    for name in ("GITHUB_TOKEN", "GITHUB_API_URL", "NEMOGEN_RAW_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


@pytest.fixture
def repository() -> Repository:
    """owner/docs with one commit that holds the spec."""
    repository = Repository("owner/docs")
    repository.commit({SOURCE.path: SPEC}, "the first")
    return repository


@pytest.fixture
def raw(repository: Repository) -> Iterator[RawHost]:
    with RawHost(repository) as host:
        yield host


@pytest.fixture
def api(repository: Repository) -> Iterator[GitHubApi]:
    with GitHubApi(repository) as host:
        yield host


@pytest.fixture
def slept() -> list[float]:
    """The pauses that `http` made between its tries, which the tests do not wait for."""
    return []


@pytest.fixture
def http(slept: list[float]) -> Iterator[Http]:
    with Http(QUICK, sleep=slept.append, now=lambda: NOW) as client:
        yield client


@pytest.fixture
def environ(raw: RawHost, api: GitHubApi) -> dict[str, str]:
    """What says where the two hosts are."""
    return {"GITHUB_API_URL": api.url, "NEMOGEN_RAW_URL": raw.url}


@pytest.fixture
def github(http: Http, environ: dict[str, str]) -> GitHub:
    return GitHub.of(http, read_hosts(environ))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path.resolve())
