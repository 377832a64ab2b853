"""What a project thinks of findings: those that it accepts, and levels of its own, in files beside api.toml."""

from __future__ import annotations

import datetime
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nemogen.approvals import ENDED, TABLES, Approval, Approved, Table, approve, read_approvals
from nemogen.commands.api import Api
from nemogen.errors import ConfigError, Location, SpecError
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.project import Project
from nemogen.report.model import State, Subject
from nemogen.source.bounded_read import read_bounded
from nemogen.source.store import Release

if TYPE_CHECKING:
    from nemogen.diff.severity import Severities


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """A file with approvals or levels; `name` is the path to show."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Policy:
    """Approvals of changes and of recordings, and levels by rule (None: silent). `used` is by approval of a change the
    version of the release that rests on it."""

    changes: tuple[Approval, ...] = ()
    recordings: tuple[Approval, ...] = ()
    severities: Severities = field(default_factory=dict)
    used: Mapping[str, str] = field(default_factory=dict)

    def levelled(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings of a diff with the project's levels, worst first."""
        if not self.severities:
            return tuple(findings)
        from nemogen.diff.severity import apply_severities

        return apply_severities(findings, self.severities)

    def accept_changes(self, findings: Sequence[Finding]) -> Approved:
        """Parts the findings of a diff by the approvals of changes."""
        return approve(findings, self.changes, today())

    def accept_recordings(self, findings: Sequence[Finding]) -> Approved:
        """Parts what the recordings show by their approvals."""
        return approve(findings, self.recordings, today())

    def approvals_used(self, findings: Sequence[Finding]) -> tuple[str, ...]:
        """The approvals of changes that accept one of the findings, as releases.json names them."""
        valid = (each for each in self.changes if not each.has_ended(today()))
        return tuple(str(each) for each in valid if any(map(each.matches, findings)))

    def ended_approvals(self) -> tuple[Subject, ...]:
        """The subject of approvals of changes that have ended, which needs no upstream; empty if none has."""
        return self.approvals_of_changes((), ()) if any(each.has_ended(today()) for each in self.changes) else ()

    def approvals_of_changes(
        self, findings: Sequence[Finding], checked_rules: Collection[str] | None = None
    ) -> tuple[Subject, ...]:
        """The subject of approvals of changes that have ended or match none of `findings`; none where all are used.

        An approval of a rule that is not in `checked_rules` could not have been matched here, and is a note; so is one
        that a release has used.
        """
        stale = self.accept_changes(findings).stale
        if not stale:
            return ()
        by_place = {approval.where: approval for approval in self.changes}
        reported = tuple(self._as_reported(each, by_place, checked_rules) for each in stale)
        failing = sum(each.level is Level.ERROR for each in reported)
        if failing:
            return (Subject("approvals", State.UNUSED, f"{failing} ended or unused", reported),)
        waiting = any(each.id != "approval-used" for each in reported)
        why = "no matching change yet" if waiting else f"{len(reported)} used by a release, and may be removed"
        return (Subject("approvals", State.UP_TO_DATE, why, reported),)

    def _as_reported(
        self, stale: Finding, by_place: Mapping[Location, Approval], checked_rules: Collection[str] | None
    ) -> Finding:
        approval = by_place.get(stale.revision) if stale.revision else None
        if approval is not None and (version := self.used.get(str(approval))):
            what = f"the approval of {approval} was used in {version}, and may be removed"
            return replace(stale, id="approval-used", level=Level.NOTE, message=what)
        if stale.id == ENDED or checked_rules is None or (approval is not None and approval.id in checked_rules):
            return stale
        return replace(stale, level=Level.NOTE)


def reported_rules(
    wire: Sequence[Finding], code: Sequence[Finding], *, code_is_known: bool = True
) -> Collection[str] | None:
    """The rules whose approvals had to match what changed, `wire` and `code`; None for all of them.

    `sync` and `check` ask here, so that they agree: nothing changed, or only the code of the package, or all was
    compared.
    """
    if wire and not code_is_known:
        from nemogen.diff.rules import RULES

        return RULES
    if code and not wire:
        from nemogen.diff.python.rules import SOURCE_RULES

        return SOURCE_RULES
    return None if wire else ()


def today() -> datetime.date:
    """The day by which approvals end and recordings grow old: in UTC, so that all machines agree on it."""
    return datetime.datetime.now(datetime.UTC).date()


def policy_of(api: Api) -> Policy:
    """The policy of an API's own files; a file that is not there says nothing. Raises ConfigError or CouldNot."""
    return read_policy(*own_files(api.project, api.name), api.releases)


def own_files(project: Project, name: str) -> tuple[PolicyFile | None, PolicyFile | None]:
    """The approvals and the severities of an API, if these files exist."""
    paths = project.paths(name)
    approvals, severity = (
        PolicyFile(path, project.relative(path)) if os.path.lexists(path) else None
        for path in (paths.approvals, paths.severity)
    )
    return approvals, severity


def read_policy(approvals: PolicyFile | None, severity: PolicyFile | None, releases: Sequence[Release] = ()) -> Policy:
    """The policy of these files; `releases`, newest first, have the approvals that are used. Raises ConfigError or
    CouldNot."""
    policy = Policy(used={each: release.version for release in releases for each in release.accepted})
    if approvals is not None:
        from nemogen.diff.python.rules import SOURCE_RULES
        from nemogen.diff.rules import RULES

        rules: Mapping[Table, Collection[str]] = {"change": {*RULES, *SOURCE_RULES}}
        found = read_approvals(_content(approvals), approvals.name, rules)
        by_table = {table: tuple(each for each in found if each.table == table) for table in TABLES}
        policy = replace(policy, changes=by_table["change"], recordings=by_table["recording"])
    if severity is not None:
        from nemogen.diff.severity import read_severities

        policy = replace(policy, severities=read_severities(_text(severity), severity.name))
    return policy


def _text(file: PolicyFile) -> str:
    try:
        return _content(file).decode("utf-8")
    except UnicodeDecodeError:
        raise ConfigError("not UTF-8", where=Location(file.name), remedy="Save the file as UTF-8.") from None


def _content(file: PolicyFile) -> bytes:
    try:
        return read_bounded(file.path, file.name)
    except SpecError as error:  # a file is missing or too large, but it is no document
        raise ConfigError.of(error.problems) from error
