"""The pull request that approves a release: it changes the version in specs/<api>/published.toml, and nothing else."""

from __future__ import annotations

import os

from nemogen.commands.release_state import ReleaseState, package_tree
from nemogen.errors import GitError, Location
from nemogen.http.client import Http
from nemogen.http.forges import find_forge
from nemogen.publish.branches import default_branch, remote_url
from nemogen.publish.files import Changes
from nemogen.publish.pull_request import Proposal, propose
from nemogen.report.model import State, Subject
from nemogen.source.published import dump_published

_FAMILY = "nemogen-release"
_LABELS = frozenset({"nemogen", "nemogen: release"})


def propose_release(state: ReleaseState, remote: str, base: str | None) -> Subject:
    """Open or update the pull request that proposes the version of the checked-out package; returns the result.

    Raises GitError, NetworkError, CouldNot.
    """
    if state.version in state.tagged:
        return Subject("release", State.UP_TO_DATE, f"{state.version} is released: {state.tag}")
    repository = state.repository
    wanted = base or repository.branch() or default_branch(repository, remote)
    with Http() as http:
        forge = find_forge(http, os.environ, remote_url(repository, remote))
        done = propose(repository, forge, lambda commit: _changes(state, commit), _proposal(state, wanted), remote)
    closed = (f"closed {forge.mention(number)}" for number in done.closed)
    outcome = "; ".join((f"{done.state} {done.url}".strip(), *done.notes, *closed))
    if done.state == "declined":
        raise GitError(outcome, remedy=f"Reopen the {forge.noun}, or delete its branch to have it made again.")
    if done.state == "up to date":
        return Subject("release", State.UP_TO_DATE, f"{state.version} is approved, and waits for its tag")
    return Subject(forge.noun, State.DONE, outcome)


def _changes(state: ReleaseState, base: str) -> Changes:
    """The file, on a base that has the package of this version."""
    api, repository = state.api, state.repository
    if package_tree(api, repository, base) != package_tree(api, repository, state.commit):
        raise GitError(
            "the branch to merge into has another package than the one here",
            where=Location(state.folder),
            remedy="Pull what the branch has, or push what is here, then run the command again.",
        )
    return {api.project.relative(api.paths.published): dump_published(state.version)}


def _proposal(state: ReleaseState, base: str) -> Proposal:
    subject = f"chore({state.api.name[:30]}): release {state.version}"
    name = state.api.settings.package.distribution
    since = f" Since {state.previous}:" if state.previous else ""
    body = f"Merging this approves version {state.version} of `{name}` for publishing.{since}\n\n{state.notes}"
    return Proposal(
        api=state.api.name,
        revision=state.version,
        base=base,
        message=f"{subject}\n\n{state.notes}",
        title=subject,
        body=body,
        labels=_LABELS,
        family=_FAMILY,
    )
