"""How a sync ends: files only, a commit here, a commit on another branch, a push, or a pull request."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from nemogen.commands.build import BuiltApi
from nemogen.commands.commit_contents import changed_inputs, changes_on, removed_on
from nemogen.commands.hand_edits import changes_on_disk
from nemogen.commands.sync_options import Delivery
from nemogen.errors import GitError, Location
from nemogen.findings import Level
from nemogen.interrupts import deferred
from nemogen.listing import list_names
from nemogen.publish.commit import commit_paths
from nemogen.publish.committed_files import merge_base
from nemogen.publish.files import Changes
from nemogen.publish.git import Repository
from nemogen.publish.write import Checkout, writing
from nemogen.report.model import ApiReport, Report, State, Subject
from nemogen.report.pull_request import commit_message, title
from nemogen.text_safety import spelt

if TYPE_CHECKING:
    from nemogen.publish.pull_request import Proposal
    from nemogen.report.proposal_text import Proposed

_PATIENCE = 10.0
"""Seconds that somebody who pressed Ctrl-C waits to hear whether a push arrived."""

_NAMED = 3
"""How many of the user's files the report of a commit names."""

_LABEL = "nemogen"
_LABELS = {level: f"{_LABEL}: {level}" for level in (Level.BREAKING, Level.RISKY, Level.ADDITIVE, Level.DOCS)}

_CHANGING = ("upstream", "pin", "source")
"""The subjects that consist of changes."""


def deliver(
    made: BuiltApi,
    report: ApiReport,
    repository: Repository | None,
    checkout: Checkout,
    how: Delivery,
    notify: Callable[[str], None],
) -> ApiReport:
    """Deliver what was generated: files, a commit, a push, a pull request, as `how` says. The report has the result.

    Raises GitError, NetworkError, WriteError or HandEdited; the user's files are then as they were.
    """
    changes = changes_on_disk(made, repository, force=how.force, notify=notify)
    if repository is None or not how.commit:
        with writing(changes, checkout) as written:
            subject = _generated(written.paths)
        return replace(report, subjects=(*report.subjects, subject))
    delivered = _committed(made, report, repository, changes, checkout, how)
    return replace(report, subjects=(*report.subjects, *delivered))


def _committed(
    made: BuiltApi, report: ApiReport, repository: Repository, changes: Changes, checkout: Checkout, how: Delivery
) -> tuple[Subject, ...]:
    if how.pull_request:
        return (_propose(made, report, repository, changes, checkout, how),)
    if how.branch:
        return _on_branch(made, report, repository, changes, checkout, how, how.branch)
    return _here(made, report, repository, changes, checkout, how)


def _here(
    made: BuiltApi, report: ApiReport, repository: Repository, changes: Changes, checkout: Checkout, how: Delivery
) -> tuple[Subject, ...]:
    """Written and committed on the branch that is checked out: where the commit is refused, nothing is written."""
    head, branch = repository.head(), repository.branch()
    inputs = changed_inputs(made, repository, head)
    wanted = {**inputs, **changes}
    removed = removed_on(made, repository, head)
    with deferred():
        with writing(changes, checkout) as written:
            commit = commit_paths(repository, wanted, message_of(made, report), removed)
        if commit:
            checkout.effects.append(f"committed {commit[:12]} on {branch}")
    generated = _generated(written.paths)
    done = (generated, Subject("commit", State.DONE, _committed_as(commit, inputs) if commit else "nothing to commit"))
    if not how.push or branch is None:
        return done
    return (*done, _push(repository, checkout, how.remote, branch, repository.resolve("HEAD")))


def _on_branch(
    made: BuiltApi,
    report: ApiReport,
    repository: Repository,
    changes: Changes,
    checkout: Checkout,
    how: Delivery,
    branch: str,
) -> tuple[Subject, ...]:
    """Committed on a branch that is not checked out; the work tree stays as it is."""
    from nemogen.publish.branches import commit_on, holds, local_head, move_branch

    head = local_head(repository, branch)
    base = head or repository.resolve("HEAD")
    inputs = changed_inputs(made, repository, base)
    changes = changes_on(base, inputs, made, repository, changes)
    if holds(repository, base, changes):
        if head is None:
            return (Subject("commit", State.UP_TO_DATE, f"nothing to commit: no branch {branch} is made"),)
        done = Subject("commit", State.UP_TO_DATE, f"{branch} holds it already")
    else:
        tip = commit_on(repository, base, changes, message_of(made, report))
        with deferred():
            move_branch(repository, branch, tip.commit, head)
            checkout.effects.append(f"committed {tip.commit[:12]} on {branch}")
        base, done = tip.commit, Subject("commit", State.DONE, _committed_as(tip.commit, inputs, f" on {branch}"))
    return (done, _push(repository, checkout, how.remote, branch, base)) if how.push else (done,)


def _committed_as(commit: str, inputs: Collection[str], on: str = "") -> str:
    """The commit, with the files of the user that are a part of it."""
    changes = f", with your changes to {list_names(sorted(inputs), _NAMED)}" if inputs else ""
    return f"{commit[:12]}{on}{changes}"


def _push(repository: Repository, checkout: Checkout, remote: str, branch: str, commit: str) -> Subject:
    from nemogen.publish.branches import push

    try:
        push(repository, remote, branch, commit)
    except KeyboardInterrupt:
        with deferred():
            checkout.effects.append(_pushed(repository, remote, branch, commit))
        raise
    checkout.effects.append(f"pushed it to {branch} at {remote}")
    return Subject("push", State.DONE, f"{branch} at {remote}")


def _pushed(repository: Repository, remote: str, branch: str, commit: str) -> str:
    """What a push came to that was interrupted: only the remote knows."""
    from nemogen.publish.branches import remote_heads

    try:
        there = remote_heads(repository, remote, branch, timeout=_PATIENCE).get(branch)
    except GitError:
        return f"whether {branch} was pushed to {remote} is not known; run git ls-remote {remote} {branch}"
    return f"pushed it to {branch} at {remote}" if there == commit else "did not push it: run the command again"


def _propose(
    made: BuiltApi, report: ApiReport, repository: Repository, changes: Changes, checkout: Checkout, how: Delivery
) -> Subject:
    """One open pull request with the change; those that it supersedes are closed."""
    from nemogen.http.client import Http
    from nemogen.http.forges import find_forge
    from nemogen.publish.branches import remote_url
    from nemogen.publish.pull_request import propose

    def changes_on_base(base: str) -> Changes:
        # What the base changed since this branch left it is not taken back.
        inputs = changed_inputs(made, repository, merge_base(repository, base))
        return changes_on(base, inputs, made, repository, changes)

    proposal = _proposal(made, report, repository, how)
    try:
        with Http() as http:
            forge = find_forge(http, os.environ, remote_url(repository, how.remote))
            done = propose(repository, forge, changes_on_base, proposal, how.remote)
    except KeyboardInterrupt:
        checkout.effects.append(
            f"the pull request of {proposal.branch} may be half-done: the same command completes it"
        )
        raise
    closed = (f"closed {forge.mention(number)}" for number in done.closed)
    outcome = (f"{done.state} {done.url}".strip(), *done.notes, *closed)
    if done.state == "declined":
        raise GitError(
            "; ".join(outcome), remedy=f"Reopen the {forge.noun}, or delete its branch to have it recreated."
        )
    checkout.effects.append(f"{forge.noun}: {outcome[0]}")
    return Subject(forge.noun, State.DONE, "; ".join(outcome))


def _proposal(made: BuiltApi, report: ApiReport, repository: Repository, how: Delivery) -> Proposal:
    from nemogen.publish.branches import default_branch
    from nemogen.publish.pull_request import Proposal
    from nemogen.report import Format, render
    from nemogen.report.proposal_text import proposal_text

    base = how.base or repository.branch() or default_branch(repository, how.remote)
    if not base.isprintable():
        where = Location(spelt(base))
        raise GitError(
            "GitHub's API cannot take this name of a branch", where=where, remedy="Name another with --base."
        )
    level = made.release.level if made.release else report.level
    label = {_LABELS[level]} if level in _LABELS else set()
    return Proposal(
        api=made.api.name,
        revision=made.lock.source.commit or made.lock.pin,
        base=base,
        message=message_of(made, report),
        title=title(_with_accepted(report)),
        body=proposal_text(_proposed(made, base, level), render(Report("sync", (report,)), Format.MARKDOWN)),
        labels=frozenset({_LABEL, *label}),
        stale_labels=frozenset(_LABELS.values()) - label,
        draft=level is Level.BREAKING,
    )


def _proposed(made: BuiltApi, base: str, level: Level | None) -> Proposed:
    """The texts of the pull request other than the report."""
    from nemogen.diff.changelog import entry
    from nemogen.http.github import pages_url
    from nemogen.report.proposal_text import Proposed

    source, locked = made.lock.source, made.api.lock
    pages = pages_url(os.environ)
    return Proposed(
        api=made.api.name,
        pin=made.api.pin_file,
        base=base,
        source=source.url,
        repository_url=f"{pages}/{source.repository}" if pages and source.repository else "",
        commit=source.commit,
        earlier=locked.source.commit if locked and locked.source.repository == source.repository else None,
        is_draft=level is Level.BREAKING,
        entry=entry(made.release) if made.release else "",
    )


def message_of(made: BuiltApi, report: ApiReport) -> str:
    """The commit's message: what changed, where it came from, the package's version."""
    source = made.lock.source
    at = f" at {source.commit}" if source.commit else ""
    notes = (f"Source: {source.url}{at}", f"Version of the package: {made.version}")
    return commit_message(_with_accepted(report), notes)


def _with_accepted(report: ApiReport) -> ApiReport:
    """The report for the commit message, in which approved changes are listed too."""

    def add_accepted(subject: Subject) -> Subject:
        accepted = subject.accepted if subject.name in _CHANGING else ()
        return replace(subject, findings=(*subject.findings, *accepted))

    return replace(report, subjects=tuple(map(add_accepted, report.subjects)))


def _generated(paths: tuple[str, ...]) -> Subject:
    if not paths:
        return Subject("generated", State.UP_TO_DATE, "nothing to write")
    return Subject("generated", State.DONE, f"{len(paths)} file{'' if len(paths) == 1 else 's'} written")
