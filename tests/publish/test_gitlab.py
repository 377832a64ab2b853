"""The same proposal on GitLab: one merge request for one change, by its API as it is documented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nemogen.errors import CouldNot, GitError, NetworkError
from nemogen.http.client import Http
from nemogen.http.forges import find_forge
from nemogen.http.github_pulls import GitHubPulls
from nemogen.http.gitlab import GitLabMergeRequests
from nemogen.publish.files import Changes
from nemogen.publish.git import Repository
from nemogen.publish.pull_request import Proposed, propose
from tests.publish.gitlab_server import PROJECT, TOKEN, GitLabServer, serving
from tests.publish.repositories import committed, git
from tests.publish.test_pull_request import BRANCH, CHANGES, NEWER, PROPOSAL, work_on
from tests.servers.loopback import Reply


@pytest.fixture
def gitlab(bare: Path) -> Iterator[GitLabServer]:
    with serving(bare) as server:
        yield server


def run(repository: Repository, gitlab: GitLabServer, changes: Changes = CHANGES, **changed: object) -> Proposed:
    with Http(sleep=lambda _: None) as http:
        forge = find_forge(http, gitlab.environment, "/local")
        return propose(repository, forge, lambda _: changes, replace(PROPOSAL, **changed))  # type: ignore[arg-type]


def test_a_change_is_opened_as_one_commit_on_a_branch_of_its_own(repository: Repository, gitlab: GitLabServer) -> None:
    outcome = run(repository, gitlab)
    assert outcome == Proposed("opened", BRANCH, 1, f"https://example.org/{PROJECT}/-/merge_requests/1")
    (made,) = gitlab.merge_requests
    assert (made["title"], made["description"], made["draft"]) == ("toy: additive change", "What changed\n", False)
    assert set(made["labels"]) == PROPOSAL.labels
    assert len(committed(gitlab.bare, BRANCH)) == 3
    assert {request.headers["private-token"] for request in gitlab.requests} == {TOKEN}
    assert "%2Fsub%2F" in gitlab.requests[0].target


def test_a_second_run_changes_nothing(repository: Repository, gitlab: GitLabServer) -> None:
    for draft in (False, True):
        run(repository, gitlab, draft=draft, revision=f"{draft}" * 10)
        gitlab.requests.clear()
        assert run(repository, gitlab, draft=draft, revision=f"{draft}" * 10).state == "unchanged"
        assert gitlab.writes() == []


def test_a_change_that_differs_updates_the_same_merge_request(repository: Repository, gitlab: GitLabServer) -> None:
    run(repository, gitlab, draft=True)
    gitlab.merge_requests[0]["labels"] += ["level: docs", "by a person"]
    labels = frozenset({"nemogen", "level: breaking"})
    outcome = run(repository, gitlab, title="toy: breaking change", body="More", labels=labels, changes=NEWER)
    assert (outcome.state, outcome.number) == ("updated", 1)
    (made,) = gitlab.merge_requests
    assert (made["title"], made["description"]) == ("Draft: toy: breaking change", "More")
    assert set(made["labels"]) == {"nemogen", "level: breaking", "level: additive", "by a person"}
    assert git(gitlab.bare, "show", f"{BRANCH}:specs/toy/openapi.json") == "newer pin"


def test_a_superseded_merge_request_is_closed_and_its_branch_removed(
    repository: Repository, gitlab: GitLabServer
) -> None:
    run(repository, gitlab)
    outcome = run(repository, gitlab, revision="f" * 40, changes=NEWER)
    assert (outcome.state, outcome.number, outcome.closed) == ("opened", 2, (1,))
    assert gitlab.open_heads() == ["nemogen/toy/ffffffffffff"]
    assert gitlab.notes == [(1, "Superseded by !2.")]
    assert BRANCH not in git(gitlab.bare, "for-each-ref", "--format=%(refname:short)").splitlines()
    assert run(repository, gitlab).number == 3, "upstream going back is no decision of a person"


def test_one_that_a_person_closed_is_not_opened_again(repository: Repository, gitlab: GitLabServer) -> None:
    run(repository, gitlab)
    gitlab.merge_requests[0]["state"] = "closed"
    outcome = run(repository, gitlab)
    assert (outcome.state, outcome.number) == ("declined", 1)
    assert outcome.notes == ("!1 was closed without merging; reopen it to have this change after all",)


def test_one_that_was_merged_and_reverted_is_proposed_again(repository: Repository, gitlab: GitLabServer) -> None:
    run(repository, gitlab)
    gitlab.merge_requests[0] |= {"state": "merged", "merged_at": "2026-01-01T00:00:00Z"}
    assert run(repository, gitlab).number == 2


def test_one_that_appears_in_between_is_updated_and_not_doubled(repository: Repository, gitlab: GitLabServer) -> None:
    run(repository, gitlab)
    gitlab.faults = [Reply(200, b"[]")]
    assert run(repository, gitlab, changes=NEWER).state == "updated"
    assert len(gitlab.merge_requests) == 1


def test_merge_requests_of_others_are_left_alone(repository: Repository, gitlab: GitLabServer, tmp_path: Path) -> None:
    gitlab.add("nemogen/other/1")
    gitlab.add("nemogen/toy/fork", fork=True)
    gitlab.add("nemogen/toy/1", base="release")
    gitlab.add(BRANCH, fork=True)
    gitlab.page_size = 1
    outcome = run(repository, gitlab)
    assert (outcome.state, outcome.number, outcome.closed) == ("opened", 5, ())
    work_on(gitlab.bare, tmp_path, BRANCH)
    with pytest.raises(GitError, match="this branch has commits of somebody else") as caught:
        run(repository, gitlab, changes=NEWER)
    assert "merge request" in caught.value.problems[0].remedy


def test_no_line_of_a_document_is_a_quick_action(repository: Repository, gitlab: GitLabServer) -> None:
    body = "/merge\n  /approve\n\t/close\ntext /merge\n/v1/items\n//x\n"
    run(repository, gitlab, body=body)
    run(repository, gitlab, body=f"{body}\n/label ~x")
    run(repository, gitlab, body=body, revision="f" * 40, changes=NEWER)
    texts = [each["description"] for each in gitlab.merge_requests] + [text for _, text in gitlab.notes]
    assert not [
        line for text in texts for line in text.splitlines() if line.lstrip().startswith("/") and line[1:2] != "/"
    ]
    assert "\\/merge" in texts[0]


def test_a_title_that_is_too_long_for_gitlab_is_cut_and_stays(repository: Repository, gitlab: GitLabServer) -> None:
    run(repository, gitlab, title="t" * 999, draft=True)
    assert len(gitlab.merge_requests[0]["title"]) == 255
    assert run(repository, gitlab, title="t" * 999, draft=True).state == "unchanged"


@pytest.mark.parametrize(
    ("reply", "message", "remedy"),
    [
        (Reply(401, b'{"message": "401 Unauthorized"}'), "401 Unauthorized .* GITLAB_TOKEN", "CI_JOB_TOKEN"),
        (Reply(403, b'{"error": "insufficient_scope", "error_description": "no"}'), "insufficient_scope; no", "scope"),
        (Reply(404, b'{"message": "404 Project Not Found"}'), "404 Project Not Found", "CI_PROJECT_PATH"),
        (
            Reply(429, b"", {"RateLimit-Remaining": "0", "RateLimit-Reset": "4102444800"}),
            "rate limited until 2",
            "then",
        ),
        (Reply(200, b"<html>"), "not what GitLab's API returns", "CI_API_V4_URL"),
        (Reply(200, b'[{"iid": 1e999}]'), "not what GitLab's API returns", "CI_API_V4_URL"),
        (Reply(302, b"", {"Location": "http://127.0.0.1:9/"}), "another host", ""),
    ],
)
def test_an_answer_that_does_not_help_is_explained(
    repository: Repository, gitlab: GitLabServer, reply: Reply, message: str, remedy: str
) -> None:
    gitlab.faults = [reply] * 9
    with pytest.raises(NetworkError, match=message) as caught:
        run(repository, gitlab)
    assert remedy in caught.value.problems[0].remedy
    assert TOKEN not in str(caught.value)


def test_what_gitlab_refuses_is_reported_in_its_words_with_what_is_done(
    repository: Repository, gitlab: GitLabServer
) -> None:
    gitlab.faults = [None, Reply(400, b'{"message": {"title": ["is too \\u001b[1mlong"]}}')]
    with pytest.raises(NetworkError, match=f"title: is too long; the branch {BRANCH} was already pushed to origin"):
        run(repository, gitlab)
    assert run(repository, gitlab).state == "opened"


SAAS = {"GITLAB_TOKEN": TOKEN, "GITHUB_TOKEN": "x" * 20}
OWN = {**SAAS, "GITLAB_API_URL": "https://git.acme.test/api/v4/"}


@pytest.mark.parametrize(
    ("environ", "remote", "api", "project"),
    [
        (SAAS, "git@gitlab.com:octo/sub/clients.git", "https://gitlab.com/api/v4", "octo/sub/clients"),
        (SAAS, "https://oauth2:secret@gitlab.com/octo/clients", "https://gitlab.com/api/v4", "octo/clients"),
        (OWN, "git@git.acme.test:a/b.git", "https://git.acme.test/api/v4", "a/b"),
        (OWN, "git@ssh.acme.test:a/b.git", "https://git.acme.test/api/v4", "a/b"),
        (OWN, "git@gitlab.acme.test:a/b.git", "https://git.acme.test/api/v4", "a/b"),
        ({**OWN, "GITHUB_API_URL": "https://api.github.com"}, "/local/a", "https://git.acme.test/api/v4", "c/d"),
        ({**SAAS, "CI_API_V4_URL": "http://127.0.0.1:1/api/v4"}, "/local", "http://127.0.0.1:1/api/v4", "c/d"),
    ],
)
def test_the_project_is_found(environ: dict[str, str], remote: str, api: str, project: str) -> None:
    named = {"CI_PROJECT_PATH": project} if remote.startswith("/") else {}
    found = find_forge(Http(), {**environ, **named}, remote)
    assert isinstance(found, GitLabMergeRequests)
    assert (found.api.base, found.project) == (api, project)
    assert [(each.url, each.header) for each in found.api.credentials] == [(api, "PRIVATE-TOKEN")]


def test_a_remote_on_github_stays_there_though_gitlab_is_named() -> None:
    assert isinstance(find_forge(Http(), {**OWN, "CI_PROJECT_PATH": "a/b"}, "git@github.com:a/b.git"), GitHubPulls)


@pytest.mark.parametrize(
    ("environ", "remote", "message"),
    [
        ({}, "git@gitlab.com:octo/clients.git", "no token for GitLab's API"),
        ({"GITHUB_TOKEN": "x"}, "git@gitlab.com:octo/clients.git", "no token for GitLab's API"),
        (SAAS, "git@gitlab.acme.test:a/b.git", "sent to an unknown host"),
        (
            {**SAAS, "GITHUB_API_URL": "https://api.github.com"},
            "git@gitlab.acme.test:a/b.git",
            "sent to an unknown host",
        ),
        ({**SAAS, "GITLAB_API_URL": "http://git.acme.test/api/v4"}, "git@git.acme.test:a/b.git", "over https only"),
        ({**SAAS, "GITLAB_API_URL": "https://u:p@git.acme.test/api/v4"}, "git@git.acme.test:a/b.git", "password"),
        (SAAS, "https://gitlab.com/clients", "which GitLab project"),
        (SAAS, "https://gitlab.com/../clients", "which GitLab project"),
    ],
)
def test_what_is_no_project_of_ours_is_reported(environ: dict[str, str], remote: str, message: str) -> None:
    with pytest.raises(CouldNot, match=message) as caught:
        find_forge(Http(), environ, remote)
    assert caught.value.problems[0].remedy
    assert TOKEN not in str(caught.value)
