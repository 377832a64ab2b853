"""How a sync arrives: on another branch, pushed, or as one pull request that is kept up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.commands import documents
from tests.commands.test_several_files import FILES, TEXT_ID
from tests.commands.upstream import Upstream
from tests.commands.workshop import REPOSITORY, Done, Workshop, open_workshop
from tests.publish import gitlab_server
from tests.publish.pulls_server import REPOSITORY as PROJECT
from tests.publish.pulls_server import TOKEN, GitHubServer
from tests.publish.repositories import git, status
from tests.servers.loopback import Reply

OVERLAY = """\
overlay: 1.1.0
info: {title: Ours, version: "1"}
actions:
- target: $.paths['/items'].get
  description: What upstream left out.
  update: {parameters: [{name: colour, in: query, schema: {type: string}}]}
"""


@pytest.fixture
def bare(synced: Workshop) -> Path:
    """The project's remote."""
    return synced.add_remote()


@pytest.fixture
def pulls(upstream: Upstream, bare: Path) -> GitHubServer:
    """The pull requests of the project."""
    return upstream.take_pulls(bare)


def propose(workshop: Workshop, *arguments: str, status: int = 0, **environ: str) -> Done:
    """A sync by pull request: no file, branch or commit of the user's checkout changes."""
    before, head = workshop.tree(), workshop.head()
    done = workshop.run("sync", "--pull-request", *arguments, GITHUB_TOKEN=TOKEN, GITHUB_REPOSITORY=PROJECT, **environ)
    assert done.status == status, done
    assert TOKEN not in done.out + done.err
    assert (workshop.tree(), workshop.head()) == (before, head)
    return done


def labels(pull: dict[str, Any]) -> set[str]:
    return {label["name"] for label in pull["labels"]}


def test_a_commit_on_another_branch_leaves_the_checkout_as_it_is(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    before, head = synced.tree(), synced.head()
    done = synced.run("sync", "--branch", "upkeep")
    assert done.status == 0, done
    assert (synced.tree(), synced.head(), status(synced.root)) == (before, head, [])
    names = git(synced.root, "diff", "--name-only", "main", "upkeep").splitlines()
    assert "specs/shop/lock.json" in names
    assert all(name.startswith(("specs/shop/", "generated/shop/")) for name in names)
    first = git(synced.root, "rev-parse", "upkeep")
    assert synced.run("sync", "--branch", "upkeep").status == 0
    assert git(synced.root, "rev-parse", "upkeep") == first
    git(synced.root, "switch", "--quiet", "upkeep")
    assert synced.run("check", "--offline").status == 0


@pytest.mark.slow
def test_a_branch_that_is_pushed_arrives_at_the_remote(synced: Workshop, upstream: Upstream, bare: Path) -> None:
    upstream.push(documents.MORE)
    done = synced.run("sync", "--branch", "upkeep", "--push")
    assert done.status == 0, done
    assert git(bare, "rev-parse", "upkeep") == git(synced.root, "rev-parse", "upkeep")
    assert git(bare, "rev-parse", "main") == synced.head()


def test_a_branch_is_neither_made_nor_pushed_where_there_is_nothing_to_commit(synced: Workshop, bare: Path) -> None:
    assert synced.states("sync", "--branch", "upkeep", "--push", status=0)["commit"] == "up to date"
    assert git(synced.root, "branch", "--list", "upkeep") == git(bare, "branch", "--list", "upkeep") == ""


@pytest.mark.parametrize("options", [(), ("--branch", "upkeep")], ids=["here", "elsewhere"])
def test_what_a_package_is_made_of_is_committed_with_it(
    local: Workshop, options: tuple[str, ...], tmp_path: Path
) -> None:
    local.write("specs/shop/overlay.yaml", OVERLAY)
    local.write("specs/shop/notes.md", "Ours.\n")
    local.write("unrelated.txt", "The user's.\n")
    assert local.states("sync", *options, status=0)["commit"] == "done"
    git(tmp_path, "clone", "--quiet", "--branch", *(options[1:] or ("main",)), str(local.root), "fresh")
    assert Workshop(tmp_path / "fresh", {}).states("check", "--offline", status=0)["generated"] == "up to date"
    assert not (tmp_path / "fresh" / "unrelated.txt").exists()


@pytest.mark.parametrize("options", [(), ("--branch", "upkeep")], ids=["here", "elsewhere"])
def test_the_source_is_committed_with_the_package_and_named(local: Workshop, options: tuple[str, ...]) -> None:
    local.write("docs/shop.json", documents.MORE)
    done = local.run("sync", *options)
    assert "with your changes to docs/shop.json" in done.out, done
    assert (
        git(local.root, "show", f"{options[-1] if options else 'HEAD'}:docs/shop.json")
        == documents.MORE.decode().strip()
    )


def test_every_file_of_a_source_is_committed(tmp_path: Path) -> None:
    several = {f"docs/{path}": text for path, text in FILES.items()}
    settings = '[source]\nfile = "docs/openapi.yaml"\n'
    project = open_workshop(tmp_path / "project", {**several, "specs/pets/api.toml": settings}, {})
    project.write("docs/schemas/owner.yaml", TEXT_ID)
    done = project.run("sync")
    assert "with your changes to docs/schemas/owner.yaml" in done.out, done
    assert git(project.root, "status", "--porcelain") == ""


def test_a_source_that_was_not_read_is_not_committed(local: Workshop) -> None:
    local.write("docs/shop.json", documents.MORE)
    local.write("specs/shop/overlay.yaml", OVERLAY)
    done = local.run("sync", "--offline")
    assert "with your changes to specs/shop/overlay.yaml" in done.out, done
    assert git(local.root, "status", "--porcelain") == "M docs/shop.json"


def test_a_breaking_change_is_not_committed_to_another_branch_either(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.LESS)
    assert synced.run("sync", "--branch", "upkeep").status == 1
    assert git(synced.root, "branch", "--list", "upkeep") == ""


def test_a_pull_request_holds_one_commit_on_which_the_check_is_green(
    synced: Workshop, upstream: Upstream, bare: Path, pulls: GitHubServer
) -> None:
    commit = upstream.push(documents.MORE)
    done = propose(synced)
    assert "opened https://example.org/octo/clients/pull/1" in done.out
    (pull,) = pulls.pulls
    assert pull["head"]["ref"] == f"nemogen/shop/{commit.sha[:12]}"
    assert (pull["base"]["ref"], pull["draft"]) == ("main", False)
    assert pull["title"].startswith("feat(shop): ")
    assert "colour" in pull["body"]
    assert labels(pull) == {"nemogen", "nemogen: additive"}
    assert git(bare, "rev-list", "--count", f"main..{pull['head']['ref']}") == "1"
    git(synced.root, "fetch", "--quiet", "origin")
    git(synced.root, "switch", "--quiet", "--detach", f"origin/{pull['head']['ref']}")
    assert synced.run("check", GITHUB_TOKEN=TOKEN).status == 0


def test_run_twice_nothing_is_doubled_and_nothing_is_written(
    synced: Workshop, upstream: Upstream, bare: Path, pulls: GitHubServer
) -> None:
    upstream.push(documents.MORE)
    propose(synced)
    refs, pulls.requests[:] = git(bare, "for-each-ref"), []
    done = propose(synced)
    assert "unchanged" in done.out
    assert pulls.writes() == []
    assert git(bare, "for-each-ref") == refs


def test_a_breaking_change_is_opened_as_a_draft_that_says_where_from_why_and_what_next(
    synced: Workshop, upstream: Upstream, bare: Path, pulls: GitHubServer
) -> None:
    before = upstream.repository.branches["main"]
    after = upstream.push(documents.LESS)
    propose(synced, GITHUB_SERVER_URL="https://github.test")
    (pull,) = pulls.pulls
    assert pull["draft"]
    assert pull["title"].startswith("feat(shop)!: ")
    assert labels(pull) == {"nemogen", "nemogen: breaking"}
    pages = f"https://github.test/{REPOSITORY}"
    origin, why, heading, steps, *_ = pull["body"].split("\n\n")
    assert f"({pages}/commit/{after.sha})" in origin
    assert f"({pages}/compare/{before.sha}...{after.sha})" in origin
    assert "draft because the change breaks callers" in why
    assert heading == "### What to do next"
    assert "nemogen diff main:specs/shop/openapi.json shop --used-by PATH" in steps
    entry = pull["body"].partition("~~~~markdown\n")[2].partition("\n~~~~")[0]
    assert entry in git(bare, "show", f"{pull['head']['ref']}:generated/shop/CHANGELOG.md")
    assert entry.startswith("## 0.")
    assert "\n- " in entry


def test_what_is_superseded_is_closed_and_its_branch_removed(
    synced: Workshop, upstream: Upstream, bare: Path, pulls: GitHubServer
) -> None:
    upstream.push(documents.MORE)
    propose(synced)
    upstream.push(documents.DOCS)
    assert "closed #1" in propose(synced).out
    assert [pull["state"] for pull in pulls.pulls] == ["closed", "open"]
    assert len(git(bare, "branch", "--list", "nemogen/*").splitlines()) == 1
    assert labels(pulls.pulls[1]) == {"nemogen", "nemogen: docs"}


@pytest.mark.slow
def test_what_upstream_took_back_is_closed(synced: Workshop, upstream: Upstream, pulls: GitHubServer) -> None:
    upstream.push(documents.MORE)
    propose(synced)
    upstream.push(documents.FIRST)
    assert "up to date" in propose(synced).out
    assert [pull["state"] for pull in pulls.pulls] == ["closed"]


@pytest.mark.slow
def test_a_branch_that_somebody_worked_on_is_left_alone(
    synced: Workshop, upstream: Upstream, bare: Path, pulls: GitHubServer, tmp_path: Path
) -> None:
    upstream.push(documents.MORE)
    propose(synced)
    branch = pulls.pulls[0]["head"]["ref"]
    git(tmp_path, "clone", "--quiet", "--branch", branch, str(bare), "theirs")
    git(tmp_path / "theirs", "commit", "--quiet", "--allow-empty", "--message", "theirs")
    git(tmp_path / "theirs", "push", "--quiet")
    tip = git(bare, "rev-parse", branch)
    done = propose(synced, status=4)
    assert "this branch has commits of somebody else" in done.out
    assert git(bare, "rev-parse", branch) == tip


@pytest.mark.slow
def test_a_pull_request_that_was_declined_is_not_opened_again(
    synced: Workshop, upstream: Upstream, pulls: GitHubServer
) -> None:
    upstream.push(documents.MORE)
    propose(synced)
    pulls.pulls[0]["state"] = "closed"
    done = propose(synced, status=4)
    assert "#1 was closed without merging" in done.out
    assert len(pulls.pulls) == 1


def test_nothing_to_propose_opens_nothing(synced: Workshop, pulls: GitHubServer) -> None:
    propose(synced)
    assert pulls.pulls == []


@pytest.mark.slow
def test_a_merged_pull_request_is_up_to_date(
    synced: Workshop, upstream: Upstream, bare: Path, pulls: GitHubServer
) -> None:
    upstream.push(documents.MORE)
    propose(synced)
    git(bare, "update-ref", "refs/heads/main", pulls.pulls[0]["head"]["ref"])
    pulls.pulls[0] |= {"state": "closed", "merged_at": "2026-01-01T00:00:00Z"}
    assert "up to date" in propose(synced).out
    assert len(pulls.pulls) == 1


def test_without_a_token_there_is_no_pull_request_and_no_push(
    synced: Workshop, upstream: Upstream, bare: Path, pulls: GitHubServer
) -> None:
    upstream.push(documents.MORE)
    refs = git(bare, "for-each-ref")
    done = synced.run("sync", "--pull-request", GITHUB_REPOSITORY=PROJECT)
    assert done.status == 4, done
    assert "GITHUB_TOKEN" in done.out
    assert git(bare, "for-each-ref") == refs
    assert pulls.pulls == []


@pytest.mark.slow
def test_another_forge_is_said_not_to_work(synced: Workshop, upstream: Upstream) -> None:
    upstream.push(documents.MORE)
    upstream.api.token = TOKEN
    git(synced.root, "remote", "add", "origin", "https://bitbucket.org/octo/clients.git")
    done = propose(synced, status=4)
    assert "pull requests are opened on GitHub and GitLab only" in done.out


def test_a_rate_limit_while_proposing_is_said(synced: Workshop, upstream: Upstream, pulls: GitHubServer) -> None:
    upstream.push(documents.MORE)
    limited = Reply(403, b'{"message": "API rate limit exceeded"}', {"X-RateLimit-Remaining": "0"})
    others = upstream.api.answer
    upstream.api.answer = lambda asked: limited if asked.path.startswith(f"/repos/{PROJECT}/") else others(asked)
    done = propose(synced, status=4)
    assert "limit" in done.out
    assert pulls.pulls == []


@pytest.mark.slow
def test_what_became_of_a_sync_is_passed_on_to_the_job(
    synced: Workshop, upstream: Upstream, tmp_path: Path, pulls: GitHubServer
) -> None:
    upstream.push(documents.MORE)
    output = tmp_path / "output"
    variables = {"GITHUB_TOKEN": TOKEN, "GITHUB_REPOSITORY": PROJECT, "GITHUB_OUTPUT": str(output)}
    assert synced.run("sync", "--pull-request", **variables).status == 0
    lines = output.read_text(encoding="utf-8").splitlines()
    assert {"level=additive", "version=0.1.1", "exit-status=0"} <= set(lines)
    assert len(pulls.pulls) == 1


def test_a_merge_request_on_gitlab_is_opened_kept_and_closed(synced: Workshop, upstream: Upstream, bare: Path) -> None:
    upstream.push(documents.MORE)
    with gitlab_server.serving(bare) as gitlab:
        for state in ("opened", "unchanged"):
            done = synced.run("sync", "--pull-request", **gitlab.environment)
            assert done.status == 0, done
            assert f"merge request  done: {state} https://example.org/" in done.out
        upstream.push(documents.LESS)
        done = synced.run("sync", "--pull-request", **gitlab.environment)
        assert done.status in (0, 1), done
        assert "closed !1" in done.out
        assert [each["draft"] for each in gitlab.merge_requests] == [False, True]
        assert gitlab_server.TOKEN not in done.out + done.err
