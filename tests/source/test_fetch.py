from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nemogen.config import FileSource, UrlSource
from nemogen.document import Provenance
from nemogen.errors import ConfigError, SpecError
from nemogen.http.client import Http
from nemogen.http.failures import BadToken, NotFound, RateLimited, Unreachable
from nemogen.project import Project
from nemogen.source.fetch import fetch
from tests.http.conftest import SOURCE, SPEC
from tests.servers.github_api import RATE_LIMITED, GitHubApi
from tests.servers.loopback import Reply
from tests.servers.raw_host import RawHost
from tests.servers.repository import Repository


def test_the_bytes_are_taken_at_the_newest_commit_of_the_file(
    http: Http, raw: RawHost, repository: Repository, project: Project, environ: dict[str, str]
) -> None:
    commit = repository.branches["main"]
    repository.commit({"README.md": b"another file"})

    fetched = fetch(SOURCE, None, http, project, environ)

    assert fetched.content == SPEC
    assert fetched.provenance.commit == commit.sha
    assert fetched.provenance.url == f"{raw.url}/owner/docs/{commit.sha}/api/openapi.json"
    assert fetched.provenance.etag is not None
    assert fetched.findings == ()


def test_a_second_fetch_says_that_nothing_changed(
    http: Http, raw: RawHost, project: Project, environ: dict[str, str]
) -> None:
    first = fetch(SOURCE, None, http, project, environ)
    second = fetch(SOURCE, first.provenance, http, project, environ)
    assert second.content is None
    assert second.provenance == first.provenance
    assert raw.requests[1].headers["if-none-match"] == first.provenance.etag


@pytest.mark.parametrize("etag", ['"caf\xe9"', '"\x80\xff"', "*", "bare", '"' + "x" * 4000 + '"'])
def test_an_etag_that_cannot_be_sent_back_is_not_stored(
    http: Http, raw: RawHost, project: Project, environ: dict[str, str], etag: str
) -> None:
    raw.answer = lambda _: Reply(200, SPEC, {"ETag": etag})
    first = fetch(SOURCE, None, http, project, environ)
    assert first.provenance.etag is None
    assert [finding.id for finding in first.findings] == ["upstream-etag-ignored"]
    second = fetch(SOURCE, replace(first.provenance, etag=etag), http, project, environ)
    assert second.content == SPEC
    assert "if-none-match" not in raw.requests[1].headers


def test_an_etag_that_cannot_be_sent_does_not_replace_one_that_can(
    http: Http, raw: RawHost, project: Project, environ: dict[str, str]
) -> None:
    first = fetch(SOURCE, None, http, project, environ)
    raw.answer = lambda _: Reply(304, b"", {"ETag": '"\xe9"'})
    second = fetch(SOURCE, first.provenance, http, project, environ)
    assert (second.content, second.provenance) == (None, first.provenance)


def test_a_change_is_fetched_though_an_older_version_is_known(
    http: Http, repository: Repository, project: Project, environ: dict[str, str]
) -> None:
    first = fetch(SOURCE, None, http, project, environ)
    commit = repository.commit({SOURCE.path: SPEC + b" "})
    second = fetch(SOURCE, first.provenance, http, project, environ)
    assert second.content == SPEC + b" "
    assert second.provenance.commit == commit.sha


def test_a_change_that_was_taken_back_is_unchanged_at_a_new_commit(
    http: Http, repository: Repository, project: Project, environ: dict[str, str]
) -> None:
    first = fetch(SOURCE, None, http, project, environ)
    repository.commit({SOURCE.path: b"{}"})
    commit = repository.commit({SOURCE.path: SPEC})
    second = fetch(SOURCE, first.provenance, http, project, environ)
    assert second.content is None
    assert second.provenance == replace(
        first.provenance, commit=commit.sha, url=first.provenance.url.replace(first.provenance.commit or "", commit.sha)
    )


def test_the_etag_of_another_source_is_not_sent(
    http: Http, raw: RawHost, project: Project, environ: dict[str, str]
) -> None:
    first = fetch(SOURCE, None, http, project, environ)
    other = replace(first.provenance, path="api/other.json")
    assert fetch(SOURCE, other, http, project, environ).content == SPEC
    assert "if-none-match" not in raw.requests[1].headers


@pytest.mark.parametrize(
    "reply",
    [RATE_LIMITED, Reply(429, b"{}"), Reply(503, b"{}"), Reply(403, b'{"message": "Forbidden"}'), Reply(drop=True)],
)
def test_without_an_answer_of_the_api_the_branch_serves_and_the_commit_is_unknown(
    reply: Reply, http: Http, api: GitHubApi, raw: RawHost, project: Project, environ: dict[str, str]
) -> None:
    api.script = [reply] * 3
    fetched = fetch(SOURCE, None, http, project, environ)
    assert fetched.content == SPEC
    assert fetched.provenance.commit is None
    assert raw.paths() == ["/owner/docs/main/api/openapi.json"]
    assert [finding.id for finding in fetched.findings] == ["upstream-commit-unknown"]


def test_an_api_that_talks_nonsense_counts_as_no_answer(
    http: Http, api: GitHubApi, project: Project, environ: dict[str, str]
) -> None:
    for body in (b"<html>", b"{}", b'[{"sha": "../../evil"}]', b"[" * 5000):
        api.script = [Reply(200, body)]
        assert fetch(SOURCE, None, http, project, environ).provenance.commit is None


def test_an_api_that_hides_the_repository_does_not_hide_its_file(
    http: Http, api: GitHubApi, project: Project, environ: dict[str, str]
) -> None:
    api.repositories.clear()
    fetched = fetch(SOURCE, None, http, project, environ)
    assert (fetched.content, fetched.provenance.commit) == (SPEC, None)


def test_unchanged_bytes_of_a_branch_leave_the_known_commit_alone(
    http: Http, api: GitHubApi, project: Project, environ: dict[str, str]
) -> None:
    first = fetch(SOURCE, None, http, project, environ)
    api.script = [RATE_LIMITED]
    second = fetch(SOURCE, first.provenance, http, project, environ)
    assert second.content is None
    assert second.provenance == first.provenance
    assert len(second.findings) == 1


def test_a_file_that_was_removed_is_gone(
    http: Http, repository: Repository, project: Project, environ: dict[str, str]
) -> None:
    repository.commit({SOURCE.path: None})
    with pytest.raises(NotFound, match="404"):
        fetch(SOURCE, None, http, project, environ)


def test_a_path_that_never_was_is_gone(http: Http, project: Project, environ: dict[str, str]) -> None:
    with pytest.raises(NotFound, match="never was on branch main"):
        fetch(replace(SOURCE, path="nowhere.json"), None, http, project, environ)


@pytest.mark.parametrize("source", [replace(SOURCE, repository="owner/nothing"), replace(SOURCE, branch="nothing")])
def test_a_missing_repository_or_branch_is_gone(
    source: object, http: Http, project: Project, environ: dict[str, str]
) -> None:
    with pytest.raises(NotFound):
        fetch(source, None, http, project, environ)  # type: ignore[arg-type]


def test_a_refused_token_is_reported_and_not_worked_around(
    http: Http, raw: RawHost, project: Project, environ: dict[str, str]
) -> None:
    with pytest.raises(BadToken) as caught:
        fetch(SOURCE, None, http, project, {**environ, "GITHUB_TOKEN": "wrong-token"})
    assert "wrong-token" not in str(caught.value) + repr(caught.value)
    assert "GITHUB_TOKEN" in str(caught.value)
    assert raw.requests == []


def test_a_private_repository_needs_the_token(http: Http, repository: Repository, project: Project) -> None:
    repository.private = True
    with RawHost(repository) as raw, GitHubApi(repository, token="s3cret") as api:
        hosts = {"GITHUB_API_URL": api.url, "NEMOGEN_RAW_URL": raw.url}
        with pytest.raises(NotFound, match="404") as caught:
            fetch(SOURCE, None, http, project, hosts)
        assert "GITHUB_TOKEN" in str(caught.value)
        hosts = {"GITHUB_API_URL": api.url, "GITHUB_TOKEN": "s3cret"}
        assert fetch(SOURCE, None, http, project, hosts).content == SPEC


def test_the_token_goes_to_the_api_only(http: Http, repository: Repository, project: Project) -> None:
    with RawHost(repository) as raw, GitHubApi(repository, token="s3cret") as api:
        hosts = {"GITHUB_API_URL": api.url, "NEMOGEN_RAW_URL": raw.url, "GITHUB_TOKEN": "s3cret"}
        fetch(SOURCE, None, http, project, hosts)
        assert api.requests[0].headers["authorization"] == "Bearer s3cret"
        assert "authorization" not in raw.requests[0].headers


def test_an_enterprise_server_serves_the_file_through_its_api(http: Http, api: GitHubApi, project: Project) -> None:
    hosts = {"GITHUB_API_URL": api.url + "/"}
    first = fetch(SOURCE, None, http, project, hosts)
    assert first.content == SPEC
    assert fetch(SOURCE, first.provenance, http, project, hosts).content is None
    assert api.paths()[1] == "/repos/owner/docs/contents/api/openapi.json"


def test_a_url_of_any_host_is_a_source(http: Http, raw: RawHost, project: Project, environ: dict[str, str]) -> None:
    source = UrlSource(f"{raw.url}/owner/docs/main/api/openapi.json")
    first = fetch(source, None, http, project, environ)
    assert (first.content, first.provenance.repository) == (SPEC, None)
    assert fetch(source, first.provenance, http, project, environ).content is None


def test_a_url_that_is_not_there_is_gone(http: Http, raw: RawHost, project: Project, environ: dict[str, str]) -> None:
    with pytest.raises(NotFound):
        fetch(UrlSource(f"{raw.url}/nothing"), None, http, project, environ)


def test_not_modified_without_a_condition_is_no_answer(
    http: Http, raw: RawHost, project: Project, environ: dict[str, str]
) -> None:
    raw.script = [Reply(304)]
    with pytest.raises(Unreachable, match="304"):
        fetch(UrlSource(f"{raw.url}/x"), None, http, project, environ)


@pytest.mark.parametrize("body", [b"<!DOCTYPE html><html></html>", b"\n <html>", b"<?xml version='1.0'?>"])
def test_a_page_of_html_is_no_spec(
    body: bytes, http: Http, raw: RawHost, project: Project, environ: dict[str, str]
) -> None:
    raw.script = [Reply(200, body, {"Content-Type": "text/html"})]
    with pytest.raises(SpecError, match="HTML") as caught:
        fetch(SOURCE, None, http, project, environ)
    assert caught.value.exit_code == 3


def test_a_rate_limited_raw_host_is_distinguished(
    http: Http, raw: RawHost, project: Project, environ: dict[str, str]
) -> None:
    raw.script = [Reply(429, b"", {"Retry-After": "3600"})]
    with pytest.raises(RateLimited, match="2023-11-14 23:14 UTC"):
        fetch(SOURCE, None, http, project, environ)


def test_a_file_of_the_project_is_a_source(http: Http, project: Project, environ: dict[str, str]) -> None:
    (project.root / "upstream.json").write_bytes(SPEC)
    fetched = fetch(FileSource("upstream.json"), None, http, project, environ)
    assert (fetched.content, fetched.provenance) == (SPEC, Provenance("upstream.json"))


def test_a_link_that_leads_out_of_the_project_is_refused(http: Http, tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "secret.json").write_bytes(SPEC)
    (tmp_path / "inside/spec.json").symlink_to(tmp_path / "secret.json")
    with pytest.raises(ConfigError, match="outside the project"):
        fetch(FileSource("spec.json"), None, http, Project(tmp_path / "inside"), {})


def test_a_file_that_is_not_there_is_reported(http: Http, project: Project, environ: dict[str, str]) -> None:
    with pytest.raises(SpecError, match="no such file"):
        fetch(FileSource("nothing.json"), None, http, project, environ)


def test_a_file_of_a_gigabyte_is_refused_before_it_is_read(
    http: Http, project: Project, environ: dict[str, str]
) -> None:
    with (project.root / "huge.json").open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(SpecError, match="larger than"):
        fetch(FileSource("huge.json"), None, http, project, environ)
