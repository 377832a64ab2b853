"""A change of an API as a pull request: opened once, kept up to date, and closed when it is superseded.

The branch is named after API and upstream revision, holds one commit on top of the base branch, and belongs to nemogen
as long as nobody else commits to it. The user's checkout is not touched. Everything can be run
again after any failure: what is already done is found and not done twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from nemogen.errors import GitError, Location, NetworkError
from nemogen.http.failures import Unprocessable
from nemogen.http.forge import Forge, Pull
from nemogen.light_dataclasses import dataclass
from nemogen.publish.branches import (
    PushRefused,
    PushRejected,
    Tip,
    commit_on,
    differs,
    fetch,
    holds,
    push_own,
    remote_heads,
    tip,
)
from nemogen.publish.files import Changes
from nemogen.publish.git import Repository

_SUPERSEDED = "<!-- nemogen: superseded -->"
_LONGEST_BODY = 65_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to propose. `revision` is the upstream commit, or another id of the spec if that is unknown; `base` the
    branch to merge into; `stale_labels` are removed if an earlier run set them. `family` is the first part of the
    branch's name: proposals of another one, such as those of releases, are not superseded.
    """

    api: str
    revision: str
    base: str
    message: str
    title: str
    body: str
    labels: frozenset[str] = frozenset()
    stale_labels: frozenset[str] = frozenset()
    draft: bool = False
    family: str = "nemogen"

    @property
    def branch(self) -> str:
        return branch_name(self.api, self.revision, self.family)

    @property
    def prefix(self) -> str:
        return _prefix(self.api, self.family)


@dataclass(frozen=True, slots=True)
class Proposed:
    """The outcome: `state` is "opened", "updated", "unchanged", "up to date" (the base holds it already) or
    "declined" (somebody closed the pull request without merging). `closed` are superseded pull requests.
    """

    state: str
    branch: str
    number: int | None = None
    url: str = ""
    closed: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


def branch_name(api: str, revision: str, family: str = "nemogen") -> str:
    """`FAMILY/API/REVISION`, without characters that git does not allow in names."""
    safe = re.sub(r"[^\w-]+", "-", revision, flags=re.ASCII).strip("-")[:12]
    return f"{_prefix(api, family)}{safe or 'unknown'}"


def propose(
    repository: Repository,
    forge: Forge,
    changes: Callable[[str], Changes],
    proposal: Proposal,
    remote: str = "origin",
) -> Proposed:
    """Ensure that one open pull request changes these paths (None: removes them).

    `changes` says which, on top of a commit; some may already have that content. Raises GitError (PushRejected,
    PushRefused), NetworkError.
    """
    work = _Work(repository, forge, remote, changes, proposal)
    pulls = forge.pulls_of(proposal.branch)
    current = work.open_among(pulls)
    if current is None and (declined := next(filter(_is_declined, pulls), None)):
        mention = forge.mention(declined.number)
        note = f"{mention} was closed without merging; reopen it to have this change after all"
        return Proposed("declined", proposal.branch, declined.number, declined.url, notes=(note,))
    heads = work.fetch_heads()
    base = heads[proposal.base]
    if holds(repository, base, changes(base)):
        return work.close_others(heads, Proposed("up to date", ""), f"`{proposal.base}` is now up to date.")
    pushed = work.bring_branch(heads)
    with _naming_what_is_done(f"the branch {proposal.branch} was already pushed to {remote}"):
        done = work.open() if current is None else work.update(current, pushed=pushed)
    with _naming_what_is_done(f"the {forge.noun} is {done.state}: {done.url}"):
        return work.close_others(heads, done, f"Superseded by {forge.mention(done.number or 0)}.")


@contextmanager
def _naming_what_is_done(done: str) -> Iterator[None]:
    """Add to an error in the block what was done before it, and that another run continues from there."""
    try:
        yield
    except (GitError, NetworkError) as error:
        first = error.problems[0]
        remedy = f"{first.remedy} Run the command again to continue from there.".strip()
        raise type(error)(f"{first.what}; {done}", where=first.where, remedy=remedy) from error


@dataclass(frozen=True, slots=True)
class _Work:
    """One proposal in progress; `heads` are the remote's branches of this API and the base, with their commits."""

    repository: Repository
    forge: Forge
    remote: str
    changes: Callable[[str], Changes]
    proposal: Proposal

    def open_among(self, pulls: tuple[Pull, ...]) -> Pull | None:
        return next((pull for pull in pulls if pull.state == "open" and pull.base == self.proposal.base), None)

    def fetch_heads(self) -> Mapping[str, str]:
        base = self.proposal.base
        heads = remote_heads(self.repository, self.remote, base, f"{self.proposal.prefix}*")
        if base not in heads:
            what = "the remote has no such branch to merge into"
            raise GitError(what, where=Location(base), remedy="Push it first, or pass another one.")
        fetch(self.repository, self.remote, *sorted(set(heads.values())))
        return heads

    def bring_branch(self, heads: Mapping[str, str]) -> bool:
        """Whether a push was needed. If somebody pushes at the same time, the branch is read again."""
        try:
            return self._push_branch(heads)
        except PushRejected:
            return self._push_branch(self.fetch_heads())

    def _push_branch(self, heads: Mapping[str, str]) -> bool:
        branch = self.proposal.branch
        base, seen = heads[self.proposal.base], heads.get(branch)
        if seen is not None:
            current = tip(self.repository, seen)
            if not current.untouched:
                raise GitError(
                    "this branch has commits of somebody else, so it was not changed",
                    where=Location(branch),
                    remedy=f"Merge its {self.forge.noun}, or delete the branch to have it recreated.",
                )
            if self._is_current(current, base):
                return False
        made = commit_on(self.repository, base, self.changes(base), self.proposal.message)
        push_own(self.repository, self.remote, branch, made.commit, seen)
        return True

    def _is_current(self, current: Tip, base: str) -> bool:
        """Whether it has the content and the base has not changed these paths since: then no new commit is needed."""
        changes = self.changes(base)
        if current.parent is None or not holds(self.repository, current.commit, changes):
            return False
        return not differs(self.repository, current.parent, base, changes)

    def open(self) -> Proposed:
        try:
            return self._create(draft=self.proposal.draft)
        except Unprocessable:
            current = self.open_among(self.forge.pulls_of(self.proposal.branch))
            if current:
                return self.update(current, pushed=True)
            if not self.proposal.draft:
                raise
        opened = self._create(draft=False)
        return replace(opened, notes=(f"this repository does not support drafts: the {self.forge.noun} is ready",))

    def _create(self, *, draft: bool) -> Proposed:
        branch, base = self.proposal.branch, self.proposal.base
        pull = self.forge.create(head=branch, base=base, draft=draft, **self._texts())
        self._label(pull)
        return Proposed("opened", branch, pull.number, pull.url)

    def update(self, pull: Pull, *, pushed: bool) -> Proposed:
        present = {"title": pull.title, "body": pull.body}
        differing = {name: text for name, text in self._texts().items() if _plain(text) != _plain(present[name])}
        if differing:
            self.forge.update(pull, **differing)
        labelled = self._label(pull)
        state = "updated" if pushed or differing or labelled else "unchanged"
        return Proposed(state, self.proposal.branch, pull.number, pull.url)

    def _texts(self) -> dict[str, str]:
        return {
            "title": _fitting(self.proposal.title, self.forge.longest_title),
            "body": _fitting(self.proposal.body, _LONGEST_BODY),
        }

    def _label(self, pull: Pull) -> bool:
        missing = self.proposal.labels - pull.labels
        stale = self.proposal.stale_labels & pull.labels - self.proposal.labels
        if missing or stale:
            self.forge.label(pull, missing, stale)
        return bool(missing or stale)

    def close_others(self, heads: Mapping[str, str], done: Proposed, reason: str) -> Proposed:
        """Close the other pull requests of this API that nobody else committed to, and remove their branches."""
        pulls = self.forge.open_pulls(self.proposal.prefix, self.proposal.base)
        closed, notes = [], [*done.notes]
        for pull in pulls:
            if pull.head == done.branch:
                continue
            if pull.head not in heads or not tip(self.repository, heads[pull.head]).untouched:
                notes.append(f"{self.forge.mention(pull.number)} stays open: it has commits of somebody else")
                continue
            self.forge.close(pull, f"{pull.body}\n\n{_SUPERSEDED}")
            self.forge.comment(pull, reason)
            closed.append(pull.number)
            notes.extend(self._remove_branch(pull.head, heads[pull.head]))
        return replace(done, closed=tuple(sorted(closed)), notes=tuple(notes))

    def _remove_branch(self, branch: str, seen: str) -> Iterator[str]:
        try:
            push_own(self.repository, self.remote, branch, None, seen)
        except (PushRejected, PushRefused) as failure:
            yield f"the branch {branch} could not be removed: {failure.problems[0].what}"


def _prefix(api: str, family: str) -> str:
    return f"{family}/{api}/"


def _is_declined(pull: Pull) -> bool:
    return pull.state == "closed" and not pull.merged and _SUPERSEDED not in pull.body


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _fitting(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
