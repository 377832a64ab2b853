"""One pull request for one change, however often and however interrupted it is proposed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nemogen.errors import GitError, NetworkError
from nemogen.http.client import Http
from nemogen.publish.branches import PushRefused
from nemogen.publish.files import Changes
from nemogen.publish.git import Repository
from nemogen.publish.pull_request import Proposal, Proposed, branch_name, propose
from tests.publish.pulls_server import REPOSITORY, Answer, GitHubServer, connected
from tests.publish.repositories import committed, git, hook, status
from tests.publish.trees import plant, tree

CHANGES: Changes = {
    "specs/toy/openapi.json": b"new pin\n",
    "generated/toy/client.py": b"old client\n",
    "generated/toy/removed.py": None,
    "generated/toy/new.py": b"new\n",
}
NEWER: Changes = {**CHANGES, "specs/toy/openapi.json": b"newer pin\n"}
PROPOSAL = Proposal(
    api="toy",
    revision="1a0876e7" * 5,
    base="main",
    message="Bring toy in step",
    title="toy: additive change",
    body="What changed\n",
    labels=frozenset({"nemogen", "level: additive"}),
    stale_labels=frozenset({"level: docs", "level: breaking"}),
)
BRANCH = "nemogen/toy/1a0876e71a08"


def run(
    repository: Repository, github: GitHubServer, proposal: Proposal = PROPOSAL, changes: Changes = CHANGES
) -> Proposed:
    with Http(sleep=lambda _: None) as http:
        return propose(repository, connected(http, github.url), lambda _: changes, proposal)


def test_a_change_is_opened_as_one_commit_on_a_branch_of_its_own(repository: Repository, github: GitHubServer) -> None:
    before = (tree(repository.project), status(repository.project), git(repository.project, "branch"))
    outcome = run(repository, github)
    assert outcome == Proposed("opened", BRANCH, 1, f"https://example.org/{REPOSITORY}/pull/1")
    (pull,) = github.pulls
    assert (pull["title"], pull["body"], pull["draft"]) == ("toy: additive change", "What changed\n", False)
    assert {label["name"] for label in pull["labels"]} == PROPOSAL.labels
    assert committed(github.bare, BRANCH) == [
        "A\tgenerated/toy/new.py",
        "D\tgenerated/toy/removed.py",
        "M\tspecs/toy/openapi.json",
    ]
    assert git(github.bare, "rev-list", "--count", f"main..{BRANCH}") == "1"
    assert (tree(repository.project), status(repository.project), git(repository.project, "branch")) == before


def test_a_second_run_changes_nothing(repository: Repository, github: GitHubServer) -> None:
    run(repository, github)
    commit = git(github.bare, "rev-parse", BRANCH)
    github.requests.clear()
    assert run(repository, github).state == "unchanged"
    assert github.writes() == []
    assert git(github.bare, "rev-parse", BRANCH) == commit
    assert len(github.pulls) == 1


def test_a_change_that_differs_updates_the_same_pull_request(repository: Repository, github: GitHubServer) -> None:
    run(repository, github)
    changed = replace(
        PROPOSAL, title="toy: breaking change", body="More", labels=frozenset({"nemogen", "level: breaking"})
    )
    github.pulls[0]["labels"].extend([{"name": "level: docs"}, {"name": "by a person"}])
    outcome = run(repository, github, changed, NEWER)
    assert (outcome.state, outcome.number) == ("updated", 1)
    (pull,) = github.pulls
    assert (pull["title"], pull["body"]) == ("toy: breaking change", "More")
    names = {label["name"] for label in pull["labels"]}
    assert names == {"nemogen", "level: breaking", "level: additive", "by a person"}
    assert git(github.bare, "show", f"{BRANCH}:specs/toy/openapi.json") == "newer pin"
    assert git(github.bare, "rev-list", "--count", f"main..{BRANCH}") == "1"


def test_a_base_that_moved_elsewhere_needs_no_new_commit(repository: Repository, github: GitHubServer) -> None:
    run(repository, github)
    commit = git(github.bare, "rev-parse", BRANCH)
    plant(repository.project, {"notes.txt": b"more\n"})
    git(repository.project, "commit", "-qam", "more")
    git(repository.project, "push", "--quiet", "origin", "main")
    assert run(repository, github).state == "unchanged"
    assert git(github.bare, "rev-parse", BRANCH) == commit


def test_a_base_that_moved_in_our_paths_makes_the_commit_again(repository: Repository, github: GitHubServer) -> None:
    run(repository, github)
    plant(repository.project, {"specs/toy/openapi.json": b"another pin\n"})
    git(repository.project, "commit", "-qam", "another")
    git(repository.project, "push", "--quiet", "origin", "main")
    assert run(repository, github).state == "updated"
    assert git(github.bare, "rev-parse", f"{BRANCH}^") == git(github.bare, "rev-parse", "main")


def test_what_the_base_holds_already_is_not_proposed(repository: Repository, github: GitHubServer) -> None:
    run(repository, github)
    git(github.bare, "update-ref", "refs/heads/main", BRANCH)
    outcome = run(repository, github)
    assert outcome.state == "up to date"
    assert outcome.closed == (1,)
    assert github.open_heads() == []
    assert github.comments == [(1, "`main` is now up to date.")]


def test_a_superseded_pull_request_is_closed_and_its_branch_removed(
    repository: Repository, github: GitHubServer
) -> None:
    run(repository, github)
    newer = replace(PROPOSAL, revision="f" * 40)
    outcome = run(repository, github, newer, NEWER)
    assert (outcome.state, outcome.number, outcome.closed) == ("opened", 2, (1,))
    assert github.open_heads() == ["nemogen/toy/ffffffffffff"]
    assert github.comments == [(1, "Superseded by #2.")]
    assert git(github.bare, "for-each-ref", "--format=%(refname:short)").splitlines() == [
        "main",
        "nemogen/toy/ffffffffffff",
    ]


def test_upstream_going_back_is_no_decision_of_a_person(repository: Repository, github: GitHubServer) -> None:
    run(repository, github)
    run(repository, github, replace(PROPOSAL, revision="f" * 40), NEWER)
    outcome = run(repository, github)
    assert (outcome.state, outcome.number, outcome.closed) == ("opened", 3, (2,))


def test_a_superseded_branch_that_somebody_worked_on_is_left_open(
    repository: Repository, github: GitHubServer, tmp_path: Path
) -> None:
    run(repository, github)
    work_on(github.bare, tmp_path, BRANCH)
    outcome = run(repository, github, replace(PROPOSAL, revision="f" * 40), NEWER)
    assert outcome.closed == ()
    assert outcome.notes == ("#1 stays open: it has commits of somebody else",)
    assert sorted(github.open_heads()) == sorted([BRANCH, "nemogen/toy/ffffffffffff"])


def test_pull_requests_of_others_are_left_alone(repository: Repository, github: GitHubServer) -> None:
    github.add("nemogen/other/1")
    github.add("nemogen/toy/fork", full_name="mallory/clients")
    github.add("nemogen/toy/1", base="release")
    github.add(BRANCH, full_name="mallory/clients")
    github.add("nemogen/toy/gone")["head"]["repo"] = None
    outcome = run(repository, github)
    assert (outcome.state, outcome.number, outcome.closed) == ("opened", 6, ())
    assert github.comments == []


def work_on(bare: Path, tmp_path: Path, branch: str) -> str:
    """Somebody adds a commit to a branch; their commit."""
    git(tmp_path, "clone", "--quiet", "--branch", branch, str(bare), "else")
    plant(tmp_path / "else", {"generated/toy/client.py": b"by hand\n"})
    git(tmp_path / "else", "commit", "-qam", "by hand")
    git(tmp_path / "else", "push", "--quiet")
    return git(tmp_path / "else", "rev-parse", "HEAD")


def test_a_branch_that_somebody_works_on_is_never_overwritten(
    repository: Repository, github: GitHubServer, tmp_path: Path
) -> None:
    run(repository, github)
    theirs = work_on(github.bare, tmp_path, BRANCH)
    github.requests.clear()
    with pytest.raises(GitError, match="this branch has commits of somebody else") as caught:
        run(repository, github, changes=NEWER)
    assert str(caught.value.problems[0].where) == BRANCH
    assert git(github.bare, "rev-parse", BRANCH) == theirs
    assert github.writes() == []


def test_a_branch_without_a_pull_request_gets_one(repository: Repository, github: GitHubServer) -> None:
    github.faults = [None, Answer(500, {"message": "oops"})]
    with pytest.raises(NetworkError, match="500"):
        run(repository, github)
    assert git(github.bare, "rev-parse", BRANCH)
    github.faults = []
    assert run(repository, github).state == "opened"
    assert len(github.pulls) == 1


PUSHED = f"the branch {BRANCH} was already pushed to origin"
OPENED = f"the pull request is opened: https://example.org/{REPOSITORY}/pull/1"


@pytest.mark.parametrize(("calls", "done"), [(1, PUSHED), (2, PUSHED), (3, OPENED)], ids=["open", "label", "close"])
@pytest.mark.parametrize("fault", [Answer(500, {"message": "oops"}), Answer(403, {"message": "no"}), Answer(422, {})])
def test_a_failure_behind_the_push_says_what_is_done_and_how_to_go_on(
    repository: Repository, github: GitHubServer, calls: int, done: str, fault: Answer
) -> None:
    github.faults = [None] * calls + [fault] * 9
    with pytest.raises(NetworkError) as caught:
        run(repository, github)
    (problem,) = caught.value.problems
    assert problem.what.endswith(f"; {done}")
    assert problem.remedy.endswith("Run the command again to continue from there.")
    assert git(github.bare, "rev-parse", BRANCH)
    github.faults = []
    assert run(repository, github).number == 1


def test_a_failure_before_the_push_does_not_speak_of_one(repository: Repository, github: GitHubServer) -> None:
    github.faults = [Answer(500)] * 9
    with pytest.raises(NetworkError) as caught:
        run(repository, github)
    assert "pushed" not in str(caught.value)


def test_one_that_appears_in_between_is_updated_and_not_doubled(repository: Repository, github: GitHubServer) -> None:
    run(repository, github)
    hidden = Answer(200, [])
    github.faults = [hidden]
    assert (run(repository, github, changes=NEWER).state, len(github.pulls)) == ("updated", 1)


def test_one_that_a_person_closed_is_not_opened_again(repository: Repository, github: GitHubServer) -> None:
    run(repository, github)
    github.pulls[0]["state"] = "closed"
    github.requests.clear()
    outcome = run(repository, github)
    assert (outcome.state, outcome.number) == ("declined", 1)
    assert "reopen" in outcome.notes[0]
    assert github.writes() == []
    github.pulls[0]["state"] = "open"
    assert run(repository, github).state == "unchanged"


def test_one_that_was_merged_and_reverted_is_proposed_again(repository: Repository, github: GitHubServer) -> None:
    run(repository, github)
    github.pulls[0].update(state="closed", merged_at="2026-01-01T00:00:00Z")
    assert run(repository, github).number == 2


def test_a_breaking_change_is_a_draft_where_the_repository_takes_them(
    repository: Repository, github: GitHubServer
) -> None:
    github.drafts = False
    outcome = run(repository, github, replace(PROPOSAL, draft=True))
    assert outcome.notes == ("this repository does not support drafts: the pull request is ready",)
    github.drafts = True
    run(repository, github, replace(PROPOSAL, revision="f" * 40, draft=True), NEWER)
    assert [pull["draft"] for pull in github.pulls] == [False, True]


def test_what_github_refuses_is_reported_in_its_words(repository: Repository, github: GitHubServer) -> None:
    github.faults = [None, Answer(422, {"message": "Validation Failed", "errors": [{"message": "no \x1b[1mway"}]})]
    with pytest.raises(NetworkError, match=r"422 Unprocessable .*: Validation Failed; no way"):
        run(repository, github)


def test_a_base_that_the_remote_does_not_have_is_reported(repository: Repository, github: GitHubServer) -> None:
    with pytest.raises(GitError, match="no such branch to merge into"):
        run(repository, github, replace(PROPOSAL, base="develop"))


def test_a_remote_that_protects_our_branches_is_reported_and_nothing_opened(
    repository: Repository, github: GitHubServer
) -> None:
    hook(github.bare, "pre-receive", "echo GH013: Repository rule violations >&2; exit 1")
    with pytest.raises(PushRefused, match="GH013"):
        run(repository, github)
    assert github.pulls == []


def test_a_push_of_somebody_else_at_the_same_time_is_checked_once_more(
    repository: Repository, github: GitHubServer
) -> None:
    run(repository, github, replace(PROPOSAL, message="By another runner"))
    theirs = git(github.bare, "rev-parse", BRANCH)
    git(github.bare, "branch", "-m", BRANCH, "kept")
    github.pulls.clear()
    hook(repository.project, "pre-push", f"git --git-dir='{github.bare}' branch '{BRANCH}' kept 2>&1 || true")
    assert run(repository, github).state == "opened"
    assert git(github.bare, "rev-parse", BRANCH) == theirs


def test_texts_that_are_too_long_for_github_are_cut(repository: Repository, github: GitHubServer) -> None:
    run(repository, github, replace(PROPOSAL, title="t" * 999, body="b\n" * 99_999))
    assert len(github.pulls[0]["title"]) == 250
    assert len(github.pulls[0]["body"]) <= 65_000
    assert github.pulls[0]["body"].endswith("…")
    assert run(repository, github, replace(PROPOSAL, title="t" * 999, body="b\n" * 99_999)).state == "unchanged"


@pytest.mark.parametrize(
    ("revision", "name"),
    [
        ("1a0876e7" * 5, BRANCH),
        ("sha256:abc", "nemogen/toy/sha256-abc"),
        ("", "nemogen/toy/unknown"),
        ("../x y~^:?*[\\", "nemogen/toy/x-y"),
        ("v1.lock", "nemogen/toy/v1-lock"),
    ],
)
def test_a_branch_name_is_one_that_git_takes(repository: Repository, revision: str, name: str) -> None:
    assert branch_name("toy", revision) == name
    git(repository.project, "check-ref-format", f"refs/heads/{name}")
