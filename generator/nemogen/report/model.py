"""The report of every command: one frozen type, from which each format is made."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from nemogen.errors import InputFault, InternalError, NemogenError
from nemogen.findings import Finding, Level
from nemogen.json_types import JsonObject
from nemogen.light_dataclasses import dataclass


class Verdict(enum.StrEnum):
    """The verdict on a state, best first. Skipped: not checked, at the user's request."""

    CLEAN = "clean"
    SKIPPED = "skipped"
    DRIFTED = "drifted"
    AT_FAULT = "at fault"
    NOT_CHECKED = "not checked"
    INTERNAL_ERROR = "internal error"

    @property
    def exit_code(self) -> int:
        """The command's exit status when this is the worst verdict."""
        return _EXIT_CODES[self]


_EXIT_CODES: Final = {
    Verdict.CLEAN: 0,
    Verdict.SKIPPED: 0,
    Verdict.DRIFTED: 1,
    Verdict.AT_FAULT: 3,
    Verdict.NOT_CHECKED: 4,
    Verdict.INTERNAL_ERROR: 70,
}


class State(enum.StrEnum):
    """The state of a subject, as worded in messages and in the JSON document."""

    UP_TO_DATE = "up to date"
    DONE = "done"
    OK = "ok"
    SKIPPED = "skipped"
    UNREACHABLE = "unreachable"
    DOCS_ONLY = "docs only"
    ADDITIVE = "additive"
    RISKY = "risky"
    BREAKING = "breaking"
    MOVED = "moved to another path"
    REMOVED = "removed"
    NOT_A_SPEC = "not a spec any longer"
    TAMPERED = "tampered"
    OUTDATED = "outdated"
    MODIFIED = "modified by hand"
    MISSING = "missing"
    EXTRA = "extra files"
    FAILED = "failed"
    BROKEN = "broken"
    UNUSED = "unused"
    OLD = "old"
    LOW_COVERAGE = "low coverage"
    AT_FAULT = "at fault"
    NOT_CHECKED = "not checked"
    INTERNAL_ERROR = "internal error"

    def verdict(self, fail_on: Level | None) -> Verdict:
        """The verdict on the state if changes from `fail_on` upwards count (None: no change does)."""
        meaning = _MEANINGS.get(self, Verdict.DRIFTED)
        return meaning if isinstance(meaning, Verdict) else _judge(meaning, fail_on)


_MEANINGS: Final[dict[State, Verdict | Level]] = {
    State.UP_TO_DATE: Verdict.CLEAN,
    State.DONE: Verdict.CLEAN,
    State.OK: Verdict.CLEAN,
    State.SKIPPED: Verdict.SKIPPED,
    State.AT_FAULT: Verdict.AT_FAULT,
    State.NOT_CHECKED: Verdict.NOT_CHECKED,
    State.INTERNAL_ERROR: Verdict.INTERNAL_ERROR,
    State.UNREACHABLE: Level.UNREACHABLE,
    State.DOCS_ONLY: Level.DOCS,
    State.ADDITIVE: Level.ADDITIVE,
    State.RISKY: Level.RISKY,
    State.BREAKING: Level.BREAKING,
}
"""Every state that is not here means drift. A level means drift from `--fail-on` upwards."""

_STATES: Final = {
    Level.ERROR: State.BROKEN,
    Level.BREAKING: State.BREAKING,
    Level.RISKY: State.RISKY,
    Level.ADDITIVE: State.ADDITIVE,
    Level.DOCS: State.DOCS_ONLY,
    Level.UNREACHABLE: State.UNREACHABLE,
}

_STATES_OF_ERRORS: Final = {InputFault: State.AT_FAULT, InternalError: State.INTERNAL_ERROR}
"""Every other error prevented the check."""


OF_THE_SPEC: Final = frozenset({"document", "engine"})
"""The subjects whose findings describe the spec itself: none of them is a change."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject that was checked: upstream, lock, generated, recordings, engines, wire, source, commit, ….

    `why` explains the state, in one line. `accepted` are the findings that an approval removed.
    """

    name: str
    state: State
    why: str = ""
    findings: tuple[Finding, ...] = ()
    accepted: tuple[Finding, ...] = ()


NO_VERSION: Final = "none"
"""What stands for the version before the first one."""


@dataclass(frozen=True, slots=True)
class VersionStep:
    """The version of the generated package before, which may be NO_VERSION, and after."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Table:
    """Extra information besides the findings: lines of `text` for people, the same as `data` for programs."""

    name: str
    text: str
    data: JsonObject


@dataclass(frozen=True, slots=True)
class ApiReport:
    """One API with its subjects, or a pair of documents: then `name` is the user's name for them, or empty."""

    name: str
    subjects: tuple[Subject, ...]
    version: VersionStep | None = None
    tables: tuple[Table, ...] = ()
    own_files: tuple[str, ...] = ()
    """Files of the user that belong into the same commit as what the command wrote."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all subjects, worst first."""
        return in_order(finding for subject in self.subjects for finding in subject.findings)

    @property
    def changes(self) -> tuple[Finding, ...]:
        """The findings except those about the spec itself: what a caller of the package may notice."""
        subjects = (subject for subject in self.subjects if subject.name not in OF_THE_SPEC)
        return in_order(finding for subject in subjects for finding in subject.findings)

    @property
    def losses(self) -> tuple[Finding, ...]:
        """What the spec has and the client lacks."""
        subjects = (subject for subject in self.subjects if subject.name in OF_THE_SPEC)
        return in_order(finding for subject in subjects for finding in subject.findings)

    @property
    def level(self) -> Level | None:
        """The worst level of all changes; None if there are only notes."""
        return worst(self.changes)


@dataclass(frozen=True, slots=True)
class Report:
    """The report of a command. `fail_on` is the lowest level of a change that fails it, None for none.

    `only_used`: a change that the caller's code does not use never fails the report.
    """

    command: str
    apis: tuple[ApiReport, ...]
    fail_on: Level | None = None
    only_used: bool = False

    def verdict(self, subject: Subject) -> Verdict:
        """The subject's verdict under this report's `fail_on`."""
        if self.only_used and isinstance(_MEANINGS.get(subject.state), Level):
            return state_of(filter(self._counts, subject.findings)).verdict(self.fail_on)
        return subject.state.verdict(self.fail_on)

    def _counts(self, finding: Finding) -> bool:
        return not self.only_used or finding.used_by != () or finding.maybe_used_by != ()

    def api_verdict(self, api: ApiReport) -> Verdict:
        """The worst verdict of an API's subjects. If nothing was checked, nothing is known to be clean."""
        verdicts = [self.verdict(subject) for subject in api.subjects]
        return max(verdicts, key=list(Verdict).index, default=Verdict.NOT_CHECKED)

    def fails(self, finding: Finding) -> bool:
        """Whether the finding on its own fails the report."""
        return self._counts(finding) and _judge(finding.level, self.fail_on) is Verdict.DRIFTED


_NOTHING: Final = Subject("check", State.NOT_CHECKED, "nothing was looked at")


def complete(report: Report) -> Report:
    """The report, with an unchecked subject for each API without one, so that no format omits it, and
    with each finding once."""
    apis = tuple(_complete(api) for api in report.apis)
    return replace(report, apis=apis or (ApiReport("", (_NOTHING,)),))


def _complete(api: ApiReport) -> ApiReport:
    subjects = tuple(replace(each, findings=distinct(each.findings)) for each in api.subjects)
    return replace(api, subjects=subjects or (_NOTHING,))


def distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Merges equal findings about the same operation, with all their locations."""
    found: dict[tuple[str, ...], Finding] = {}
    for each in findings:
        is_change = each.level not in (Level.ERROR, Level.NOTE)
        same = (each.id, each.level, each.operation, each.advice, each.fingerprint if is_change else "")
        found[same] = _together(found[same], each) if same in found else each
    return tuple(found.values())


def _together(first: Finding, other: Finding) -> Finding:
    known = {first.base, first.revision, *first.locations}
    more = [each for each in (other.base, other.revision, *other.locations) if each is not None]
    new = tuple(dict.fromkeys(each for each in more if each not in known))
    if not new:
        return first
    return replace(first, locations=(*first.locations, *new), count=first.count + other.count)


def exit_status(report: Report) -> int:
    """0, 1, 3, 4 or 70: the worst of all subjects. 1 promises that everything was checked, so 4 takes precedence.

    A report without any subject has checked nothing: 4.
    """
    verdicts = [report.api_verdict(api) for api in report.apis] or [Verdict.NOT_CHECKED]
    return max(verdict.exit_code for verdict in verdicts)


def worst(findings: Iterable[Finding]) -> Level | None:
    """The worst level among findings; notes are not changes."""
    levels = [finding.level for finding in findings if finding.level is not Level.NOTE]
    return min(levels, key=lambda level: level.rank, default=None)


def state_of(findings: Iterable[Finding]) -> State:
    """The state of a subject that consists of changes: that of the worst of them."""
    level = worst(findings)
    return State.UP_TO_DATE if level is None else _STATES[level]


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Worst first, then for a reader: findings of operations by operation, rule and message, then those of
    the package, which follow from them."""
    return tuple(sorted(findings, key=_order))


def _order(found: Finding) -> tuple[int, bool, str, str, str]:
    return found.level.rank, found.area == "source", found.operation, found.id, found.message


def subject_of_error(name: str, error: NemogenError) -> Subject:
    """The subject that an error kept from being checked, with each of the error's problems as a finding."""
    state = next((state for kind, state in _STATES_OF_ERRORS.items() if isinstance(error, kind)), State.NOT_CHECKED)
    findings = tuple(
        Finding(
            id=f"{name}-{state.replace(' ', '-')}",
            level=Level.ERROR,
            message=problem.what,
            help=problem.remedy,
            area=name,
            revision=problem.where,
            error=error.error_id(),
        )
        for problem in error.problems
    )
    return Subject(name, state, error.problems[0].what, findings)


def _judge(level: Level, fail_on: Level | None) -> Verdict:
    fails = level is Level.ERROR or (fail_on is not None and level.rank <= fail_on.rank)
    return Verdict.DRIFTED if fails else Verdict.CLEAN
