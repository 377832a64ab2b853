"""Known deviations that are accepted, with a reason: the `[[recording]]` tables of approvals.toml.

[[recording]]
id = "recording-enum"
place = 'response 200 application/json choices[].finish_reason "end_turn"'
reason = "One provider's own word; upstream was told."
until = 2027-01-31
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.errors import ConfigError, Place, Problem
from generator.ir import Finding, Json, Level

_KEYS: Final = {"id", "place", "fingerprint", "reason", "until"}
_REMEDY: Final = "An approval is a fingerprint, or an id with a place, and a reason; until is a day."


@dataclass(frozen=True, slots=True)
class Approval:
    """One entry: the finding's `fingerprint`, or its `id` and `place` (the finding's key). It holds up to `until`."""

    reason: str
    where: Place
    fingerprint: str = ""
    id: str = ""
    place: str = ""
    until: date | None = None

    def matches(self, finding: Finding) -> bool:
        """Whether it is this finding that is accepted, dates aside."""
        if self.fingerprint:
            return finding.fingerprint == self.fingerprint
        return (finding.id, finding.key) == (self.id, self.place)


@dataclass(frozen=True, slots=True)
class Approved:
    """Findings parted by approvals: still `open`; `accepted`, with why; and what is wrong with the approvals."""

    open: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Approval], ...]
    stale: tuple[Finding, ...]


def read_approvals(content: bytes, file: str) -> tuple[Approval, ...]:
    """The approvals of recordings in an approvals.toml. Raises ConfigError with every problem, each with its line."""
    try:
        text = content.decode("utf-8")
        entries = tomllib.loads(text).get("recording", [])
    except UnicodeDecodeError as error:
        raise ConfigError("the approvals are no UTF-8", where=Place(file), remedy="Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"the approvals are no TOML: {error}", where=Place(file), remedy="Mend it.") from error
    lines = [
        number for number, line in enumerate(text.splitlines(), 1) if re.match(r"\s*\[\[\s*recording\s*\]\]", line)
    ]
    entries = entries if isinstance(entries, list) else [entries]
    places = [Place(file, f"/recording/{at}", lines[at] if at < len(lines) else None) for at in range(len(entries))]
    problems = [
        Problem(fault, where, _REMEDY)
        for entry, where in zip(entries, places, strict=True)
        if (fault := _fault(entry)) is not None
    ]
    if problems:
        first, *others = problems
        raise ConfigError(first.what, where=first.where, remedy=first.remedy, others=tuple(others))
    return tuple(Approval(where=where, **entry) for entry, where in zip(entries, places, strict=True))


def approve(findings: Sequence[Finding], approvals: Sequence[Approval], *, today: date) -> Approved:
    """Parts the findings. An approval that matches nothing, or has ended, is a finding (error) of its own."""
    valid = [approval for approval in approvals if approval.until is None or approval.until >= today]
    accepted = [
        (finding, next(approval for approval in valid if approval.matches(finding)))
        for finding in findings
        if any(approval.matches(finding) for approval in valid)
    ]
    known = {id(finding) for finding, _ in accepted}
    left = tuple(finding for finding in findings if id(finding) not in known)
    return Approved(left, tuple(accepted), tuple(_stale(findings, approvals, valid)))


def _stale(findings: Sequence[Finding], approvals: Sequence[Approval], valid: Sequence[Approval]) -> Iterator[Finding]:
    for approval in approvals:
        name = approval.fingerprint or f"{approval.id} {approval.place}"
        rule, told = "recording-approval-unused", f"the approval of {name} matches nothing"
        if approval not in valid:
            rule, told = "recording-approval-ended", f"the approval of {name} has ended ({approval.until})"
        elif any(map(approval.matches, findings)):
            continue
        yield Finding(rule, Level.ERROR, told, area="recordings", key=name, revision=approval.where)


def _fault(entry: Json) -> str | None:
    """What is wrong with an entry, or None."""
    if not isinstance(entry, dict):
        return "an approval must be a table: [[recording]]"
    unknown = sorted(entry.keys() - _KEYS)
    if unknown:
        return f"unknown keys: {', '.join(unknown)}"
    if not all(isinstance(entry.get(key, ""), str) for key in _KEYS - {"until"}):
        return "id, place, fingerprint and reason must be texts"
    if not entry.get("reason", "").strip():
        return "the reason is missing"
    if bool(entry.get("fingerprint")) == bool(entry.get("id") and entry.get("place")):
        return "it needs either a fingerprint, or an id with a place"
    if "until" in entry and type(entry["until"]) is not date:
        return "until must be a day, as in 2027-01-31"
    return None
