"""Approvals: findings that somebody looked at and accepts, with a reason and, if they like, an end."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.diff.rules import RULES
from generator.errors import ConfigError, Place, Problem
from generator.ir import Finding, Json

KEYS = frozenset({"fingerprint", "id", "place", "reason", "until"})


@dataclass(frozen=True, slots=True)
class Approval:
    """One entry of approvals.toml. Either `fingerprint`, or `id` with `place`: an operation ("POST /v1/x") or a JSON
    Pointer that the finding stands at or below. It holds up to and with the day `until`."""

    reason: str
    where: Place
    fingerprint: str = ""
    id: str = ""
    place: str = ""
    until: datetime.date | None = None

    def matches(self, finding: Finding) -> bool:
        """Whether it is this finding that is accepted, dates aside."""
        if self.fingerprint:
            return finding.fingerprint == self.fingerprint
        return finding.id == self.id and any(_is_at(finding, side, self.place) for side in _pointers(finding))

    def __str__(self) -> str:
        return self.fingerprint or f"{self.id} at {self.place}"


@dataclass(frozen=True, slots=True)
class Approved:
    """Findings parted by approvals: those still `open`, those accepted, and approvals that have ended or match
    nothing, as findings of their own."""

    open: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Approval], ...]
    stale: tuple[Finding, ...]


def _pointers(finding: Finding) -> list[str]:
    places = (finding.base, finding.revision, *finding.places)
    return [place.pointer for place in places if place is not None] or [""]


def _is_at(finding: Finding, pointer: str, place: str) -> bool:
    return place in finding.operation.split(", ") or (
        place.startswith("/") and (pointer == place or pointer.startswith(f"{place}/"))
    )


def apply_approvals(findings: Sequence[Finding], approvals: Sequence[Approval], today: datetime.date) -> Approved:
    """Part `findings` by `approvals`. A finding with several places is accepted as one."""
    left: list[Finding] = []
    accepted: list[tuple[Finding, Approval]] = []
    used: set[int] = set()
    for finding in findings:
        matching = [approval for approval in approvals if approval.matches(finding)]
        used.update(map(id, matching))
        valid = [approval for approval in matching if approval.until is None or approval.until >= today]
        if valid:
            accepted.append((finding, valid[0]))
        else:
            left.append(finding)
    stale = tuple(
        _stale("approval-ended" if id(approval) in used else "approval-unused", approval)
        for approval in approvals
        if id(approval) not in used or (approval.until is not None and approval.until < today)
    )
    return Approved(tuple(left), tuple(accepted), stale)


def _stale(rule_id: str, approval: Approval) -> Finding:
    rule = RULES[rule_id]
    message = rule.message.format(value=approval, old=approval.until)
    return Finding(rule.id, rule.level, message, rule.area, rule.direction, key=str(approval), revision=approval.where)


def read_approvals(text: str, file: str) -> tuple[Approval, ...]:
    """The approvals of a TOML text: a list of tables `approval`. Raises `ConfigError` with all that is wrong."""
    document = _parsed(text, file)
    problems: list[Problem] = []
    entries = document.get("approval", [])
    if document.keys() - {"approval"} or not isinstance(entries, list):
        problems.append(Problem("only [[approval]] tables may stand in it", Place(file)))
        entries = []
    approvals = []
    for index, entry in enumerate(entries):
        where = Place(file, f"/approval/{index}")
        fault = _fault(entry)
        if fault:
            problems.append(Problem(fault, where, "an approval is a fingerprint, or an id with a place, and a reason"))
        else:
            approvals.append(Approval(where=where, **entry))
    if problems:
        raise ConfigError(
            problems[0].what, where=problems[0].where, remedy=problems[0].remedy, others=tuple(problems[1:])
        )
    return tuple(approvals)


def _parsed(text: str, file: str) -> Mapping[str, Json]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"the approvals are no TOML: {error}", where=Place(file)) from None


def _fault(entry: Json) -> str | None:
    if not isinstance(entry, dict):
        return "an approval has to be a table"
    unknown = sorted(entry.keys() - KEYS)
    texts = [entry.get(key, "") for key in ("fingerprint", "id", "place", "reason")]
    until = entry.get("until")
    if unknown:
        return f"unknown keys: {', '.join(unknown)}"
    if not all(isinstance(value, str) for value in texts):
        return "fingerprint, id, place and reason have to be text"
    if not texts[3].strip():
        return "the reason is missing"
    if bool(texts[0]) == bool(texts[1]) or bool(texts[1]) != bool(texts[2]):
        return "it needs either a fingerprint, or an id with a place"
    if texts[1] and texts[1] not in RULES:
        return f"there is no rule {texts[1]}"
    if until is not None and type(until) is not datetime.date:
        return "until has to be a day, as in 2026-12-31"
    return None
