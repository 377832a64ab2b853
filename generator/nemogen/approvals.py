"""Approvals: findings that a person accepts, each with a reason and, optionally, an end. Cheap to import.

specs/<api>/approvals.toml holds them, those of changes (what a diff finds) apart from those of recordings:

[[change]]
id = "response-optional-property-removed"
place = "POST /v1/chat"
reason = "Nobody reads it."

[[recording]]
fingerprint = "0a1b2c3d4e5f"
reason = "One provider's own word; upstream was told."
until = 2027-01-31
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal, TypeAlias

from nemogen.document import Json
from nemogen.errors import ConfigError, Location, Problem
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.toml_faults import toml_fault
from nemogen.toml_text import TOMLDecodeError, parse_toml

Table: TypeAlias = Literal["change", "recording"]
TABLES: Final[tuple[Table, ...]] = ("change", "recording")

_KEYS: Final = {"id", "place", "fingerprint", "reason", "until"}
ENDED: Final = "approval-ended"
_REMEDY: Final = "An approval is a fingerprint, or an id with a place, and a reason; until is a day."


@dataclass(frozen=True, slots=True)
class Approval:
    """One entry: the finding's `fingerprint`, or its `id` with a `place`. It holds up to and with the day `until`.

    A place is the finding's key, an operation of it ("POST /v1/x"), or a JSON Pointer at or above its location.
    """

    table: Table
    reason: str
    where: Location
    fingerprint: str = ""
    id: str = ""
    place: str = ""
    until: date | None = None

    def matches(self, finding: Finding) -> bool:
        """Whether it is this finding that is accepted, dates aside."""
        if self.fingerprint:
            return finding.fingerprint == self.fingerprint
        return finding.id == self.id and self._is_at(finding)

    def has_ended(self, today: date) -> bool:
        """Whether `today` is behind its last day."""
        return self.until is not None and self.until < today

    def _is_at(self, finding: Finding) -> bool:
        if self.place == finding.key or self.place in finding.operation.split(", "):
            return True
        pointers = [each.pointer for each in (finding.base, finding.revision, *finding.locations) if each is not None]
        return self.place.startswith("/") and any(f"{pointer}/".startswith(f"{self.place}/") for pointer in pointers)

    def __str__(self) -> str:
        return self.fingerprint or f"{self.id} at {self.place}"


@dataclass(frozen=True, slots=True)
class Approved:
    """Findings parted by approvals: those still `open`, those `accepted`, and approvals that have ended or match
    nothing, as findings of their own (`stale`)."""

    open: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    stale: tuple[Finding, ...]


def approve(findings: Sequence[Finding], approvals: Sequence[Approval], today: date) -> Approved:
    """Parts the findings. A finding with several places is accepted as one.

    `stale` holds `approval-unused` and `approval-ended` (error), each at the line of its approval.
    """
    valid = [approval for approval in approvals if not approval.has_ended(today)]
    accepted = [finding for finding in findings if any(approval.matches(finding) for approval in valid)]
    known = set(map(id, accepted))
    left = tuple(finding for finding in findings if id(finding) not in known)
    return Approved(left, tuple(accepted), tuple(_stale(findings, approvals, today)))


def _stale(findings: Sequence[Finding], approvals: Sequence[Approval], today: date) -> Iterator[Finding]:
    for approval in approvals:
        rule, message = "approval-unused", f"the approval of {approval} matches nothing"
        if approval.has_ended(today):
            rule, message = ENDED, f"the approval of {approval} ended on {approval.until}"
        elif any(map(approval.matches, findings)):
            continue
        # The table is part of the key: both may have the same entry, and these are two findings.
        key = f"{approval.table} {approval}"
        yield Finding(rule, Level.ERROR, message, area="approvals", key=key, revision=approval.where)


def read_approvals(
    content: bytes, file: str, rules: Mapping[Table, Collection[str]] | None = None
) -> tuple[Approval, ...]:
    """The approvals of an approvals.toml, in its order, table by table.

    `rules` are the ids that there are, by table; a table that it lacks takes any. Raises ConfigError with every
    problem, each with its line.
    """
    text = _text(content, file)
    tables = _parsed(text, file)
    problems = [
        Problem(f"unknown table {name}", Location(file), f"Known are {' and '.join(f'[[{each}]]' for each in TABLES)}.")
        for name in tables
        if name not in TABLES
    ]
    approvals: list[Approval] = []
    for table in TABLES:
        entries = tables.get(table, [])
        entries = entries if isinstance(entries, list) else [entries]
        known = (rules or {}).get(table)
        for entry, where in zip(entries, _places(text, file, table, len(entries)), strict=True):
            fault = _fault(entry, table, known)
            if fault:
                problems.append(Problem(fault, where, _REMEDY))
            else:
                approvals.append(Approval(table=table, where=where, **entry))
    if problems:
        raise ConfigError.of(problems)
    return tuple(approvals)


def _text(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        remedy = "Save it as UTF-8."
        raise ConfigError("not UTF-8", where=Location(file, line=line), remedy=remedy) from None


def _parsed(text: str, file: str) -> Mapping[str, Json]:
    try:
        return parse_toml(text)
    except TOMLDecodeError as error:
        raise toml_fault(error, text, file) from None


def _places(text: str, file: str, table: Table, count: int) -> Iterator[Location]:
    """Where each entry of a table begins; tomllib keeps no positions."""
    header = re.compile(rf"""\s*\[\[\s*["']?{table}["']?\s*\]\]""")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if header.match(line)]
    for at in range(count):
        yield Location(file, f"/{table}/{at}", lines[at] if at < len(lines) else None)


def _fault(entry: Json, table: Table, rules: Collection[str] | None) -> str | None:
    """What is wrong with an entry, or None."""
    if not isinstance(entry, dict):
        return f"an approval must be a table: [[{table}]]"
    unknown = sorted(entry.keys() - _KEYS)
    if unknown:
        return f"unknown keys: {', '.join(unknown)}"
    if not all(isinstance(entry.get(key, ""), str) for key in _KEYS - {"until"}):
        return "id, place, fingerprint and reason must be strings"
    if not entry.get("reason", "").strip():
        return "the reason is missing"
    fingerprint, rule, place = (entry.get(key, "") for key in ("fingerprint", "id", "place"))
    if bool(fingerprint) == bool(rule) or bool(rule) != bool(place):
        return "it needs either a fingerprint, or an id with a place"
    if rule and rules is not None and rule not in rules:
        return f"there is no rule {rule}"
    if "until" in entry and type(entry["until"]) is not date:
        return "until must be a day, as in 2027-01-31"
    return None
