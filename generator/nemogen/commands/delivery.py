"""How a sync ends: files only, a commit here, a commit on another branch, a push, or a pull request."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from nemogen.commands.build import BuiltApi
from nemogen.commands.hand_edits import changes_on_disk
from nemogen.errors import GitError
from nemogen.findings import Level
from nemogen.publish.commit import commit_paths
from nemogen.publish.git import Repository
from nemogen.publish.write import Checkout, writing
from nemogen.report.model import ApiReport, Report, State, Subject
from nemogen.report.pull_request import commit_message, title

_LABEL = "nemogen"
_LABELS = {level: f"{_LABEL}: {level}" for level in (Level.BREAKING, Level.RISKY, Level.ADDITIVE, Level.DOCS)}

_CHANGING = ("upstream", "pin", "source")
"""The subjects that consist of changes."""

Changes = Mapping[str, bytes | None]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the user asked for. `branch` None: the one that is checked out; `base`: what a pull request goes into."""

    commit: bool = True
    branch: str | None = None
    push: bool = False
    pull_request: bool = False
    remote: str = "origin"
    base: str | None = None
    force: bool = False

    @property
    def touches_checkout(self) -> bool:
        """Whether files of the user's work tree change."""
        return not (self.pull_request or self.branch)


def deliver(
    made: BuiltApi,
    report: ApiReport,
    repository: Repository | None,
    checkout: Checkout,
    how: Delivery,
    tell: Callable[[str], None],
) -> ApiReport:
    """Let what was made arrive where it was asked for; the report with what became of it.

    Raises GitError, NetworkError, WriteError or HandEdited; the user's files are then as they were.
    """
    changes = changes_on_disk(made, force=how.force, tell=tell)
    if repository is None or not how.commit:
        with writing(changes, checkout) as written:
            subject = Subject("generated", State.DONE, _count(written.paths))
        return replace(report, subjects=(*report.subjects, subject))
    return replace(report, subjects=(*report.subjects, *_committed(made, report, repository, changes, checkout, how)))


def _committed(
    made: BuiltApi, report: ApiReport, repository: Repository, changes: Changes, checkout: Checkout, how: Delivery
) -> tuple[Subject, ...]:
    inputs = _inputs(made, repository)
    if how.pull_request:
        return (_propose(made, report, repository, {**inputs, **changes}, how),)
    if how.branch:
        return _on_branch(made, report, repository, {**inputs, **changes}, how, how.branch)
    return _here(made, report, repository, changes, inputs, checkout, how)


def _inputs(made: BuiltApi, repository: Repository) -> Changes:
    """What the package is made of, and is not committed yet: a commit without it would not be in step."""
    api, paths = made.api, made.api.paths
    files = (paths.settings, paths.overlay, paths.notes, paths.approvals, paths.severity, paths.recordings)
    changed = repository.changes(api.project.relative(path) for path in files)
    found = ((each.path, api.project.root / each.path) for each in changed)
    return {path: file.read_bytes() if file.is_file() else None for path, file in found}


def _here(
    made: BuiltApi,
    report: ApiReport,
    repository: Repository,
    changes: Changes,
    inputs: Changes,
    checkout: Checkout,
    how: Delivery,
) -> tuple[Subject, ...]:
    """Written and committed on the branch that is checked out: where the commit is refused, nothing is written."""
    with writing(changes, checkout) as written:
        generated = Subject("generated", State.DONE, _count(written.paths))
        commit = commit_paths(repository, (*changes, *inputs), message_of(made, report))
    done = (generated, Subject("commit", State.DONE, commit[:12] if commit else "nothing to commit"))
    branch = repository.branch()
    if not how.push or branch is None:
        return done
    return (*done, _push(repository, how.remote, branch, repository.resolve("HEAD")))


def _on_branch(
    made: BuiltApi, report: ApiReport, repository: Repository, changes: Changes, how: Delivery, branch: str
) -> tuple[Subject, ...]:
    """Committed on a branch that is not checked out; the work tree stays as it is."""
    from nemogen.publish.branches import commit_on, holds, local_head, move_branch

    head = local_head(repository, branch)
    base = head or repository.resolve("HEAD")
    if holds(repository, base, changes):
        if head is None:
            return (Subject("commit", State.IN_STEP, f"nothing to commit: no branch {branch} is made"),)
        done = Subject("commit", State.IN_STEP, f"{branch} holds it already")
    else:
        tip = commit_on(repository, base, changes, message_of(made, report))
        move_branch(repository, branch, tip.commit, head)
        base, done = tip.commit, Subject("commit", State.DONE, f"{tip.commit[:12]} on {branch}")
    return (done, _push(repository, how.remote, branch, base)) if how.push else (done,)


def _push(repository: Repository, remote: str, branch: str, commit: str) -> Subject:
    from nemogen.publish.branches import push

    push(repository, remote, branch, commit)
    return Subject("push", State.DONE, f"{branch} at {remote}")


def _propose(made: BuiltApi, report: ApiReport, repository: Repository, changes: Changes, how: Delivery) -> Subject:
    """One open pull request with the change; those that it supersedes are closed."""
    from nemogen.publish.branches import default_branch, remote_url
    from nemogen.publish.github import GitHub
    from nemogen.publish.pull_request import Proposal, propose
    from nemogen.publish.remote import find_forge
    from nemogen.report import Format, render

    level = made.release.level if made.release else report.level
    label = {_LABELS[level]} if level in _LABELS else set()
    proposal = Proposal(
        api=made.api.name,
        revision=made.lock.source.commit or made.lock.pin,
        base=how.base or repository.branch() or default_branch(repository, how.remote),
        message=message_of(made, report),
        title=title(_with_accepted(report)),
        body=render(Report("sync", (report,)), Format.MARKDOWN),
        labels=frozenset({_LABEL, *label}),
        stale_labels=frozenset(_LABELS.values()) - label,
        draft=level is Level.BREAKING,
    )
    with GitHub(find_forge(os.environ, remote_url(repository, how.remote))) as github:
        done = propose(repository, github, changes, proposal, how.remote)
    told = (f"{done.state} {done.url}".strip(), *done.notes, *(f"closed #{number}" for number in done.closed))
    if done.state == "declined":
        raise GitError("; ".join(told), remedy="Reopen the pull request, or delete its branch to have it made anew.")
    return Subject("pull request", State.DONE, "; ".join(told))


def message_of(made: BuiltApi, report: ApiReport) -> str:
    """The commit's message: what changed, where it came from, the package's version."""
    source = made.lock.source
    at = f" at {source.commit}" if source.commit else ""
    notes = (f"Source: {source.url}{at}", f"Version of the package: {made.version}")
    return commit_message(_with_accepted(report), notes)


def _with_accepted(report: ApiReport) -> ApiReport:
    """The report as history tells it: a change that was approved is a change all the same."""

    def told(subject: Subject) -> Subject:
        accepted = subject.accepted if subject.name in _CHANGING else ()
        return replace(subject, findings=(*subject.findings, *accepted))

    return replace(report, subjects=tuple(map(told, report.subjects)))


def _count(paths: tuple[str, ...]) -> str:
    return "nothing to write" if not paths else f"{len(paths)} file{'' if len(paths) == 1 else 's'} written"
