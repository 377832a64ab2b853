"""What a project thinks of findings: those that it accepts, and levels of its own, in files beside api.toml."""

from __future__ import annotations

import datetime
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nemogen.approvals import TABLES, Approval, Approved, Table, approve, read_approvals
from nemogen.commands.api import Api
from nemogen.errors import ConfigError, Location, SpecError
from nemogen.findings import Finding, Level
from nemogen.project import Project
from nemogen.report.model import State, Subject
from nemogen.source.bounded_read import read_bounded

if TYPE_CHECKING:
    from nemogen.diff.severity import Severities


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """A file with approvals or levels; `name` is the path to show."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Policy:
    """Approvals of changes and of recordings, and levels by rule (None: silent)."""

    changes: tuple[Approval, ...] = ()
    recordings: tuple[Approval, ...] = ()
    severities: Severities = field(default_factory=dict)

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

    def approvals_of_changes(
        self, findings: Sequence[Finding], telling: Collection[str] | None = None
    ) -> tuple[Subject, ...]:
        """The subject of approvals of changes that have ended or match none of `findings`; none where all are used.

        An approval of a rule that is not in `telling` could not have been matched here, and is a note.
        """
        stale = self.accept_changes(findings).stale
        if not stale:
            return ()
        rules = {approval.where: approval.id for approval in self.changes}
        told = tuple(
            each
            if telling is None or (each.revision and rules[each.revision] in telling)
            else replace(each, level=Level.NOTE)
            for each in stale
        )
        failing = sum(each.level is Level.ERROR for each in told)
        if not failing:
            return (Subject("approvals", State.UP_TO_DATE, "no matching change yet", told),)
        return (Subject("approvals", State.UNUSED, f"{failing} ended or unused", told),)


def today() -> datetime.date:
    """The day by which approvals end and recordings grow old: in UTC, so that all machines agree on it."""
    return datetime.datetime.now(datetime.UTC).date()


def policy_of(api: Api) -> Policy:
    """The policy of an API's own files; a file that is not there says nothing. Raises ConfigError or CouldNot."""
    return read_policy(*own_files(api.project, api.name))


def own_files(project: Project, name: str) -> tuple[PolicyFile | None, PolicyFile | None]:
    """The approvals and the severities of an API, as far as they are there."""
    paths = project.paths(name)
    approvals, severity = (
        PolicyFile(path, project.relative(path)) if os.path.lexists(path) else None
        for path in (paths.approvals, paths.severity)
    )
    return approvals, severity


def read_policy(approvals: PolicyFile | None, severity: PolicyFile | None) -> Policy:
    """The policy of these files. Raises ConfigError or CouldNot."""
    policy = Policy()
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
