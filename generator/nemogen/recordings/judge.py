"""Validates recordings against the pinned document and against a new one, as findings."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.document import Document
from nemogen.recordings.recording import Recording
from nemogen.recordings.validate_exchange import Examiner, Fault
from nemogen.recordings.values import identity, shown, type_of
from nemogen.recordings.violation import PASSING, Seen, Violation

KINDS: Final[Mapping[str, str]] = {
    "operation": "the spec has no operation for {found}",
    "status": "the spec does not define the status {found} ({expected})",
    "media-type": "has the media type {found}, which the spec does not define ({expected})",
    "not-json": "{found} is not valid JSON, though the spec says so",
    "error-event": "is an error that the spec does not define: {found}",
    "missing": "is missing, though required ({expected})",
    "null": "is null, though it must be {expected}",
    "type": "is {type}, though it must be {expected}",
    "enum": "is {found}, outside of {expected}",
    "bound": "is {found}, outside of {expected}",
    "pattern": "is {found}, which does not match {expected}",
    "forbidden": "is present ({type}), though the spec allows no other members",
    "not": "is {found}, which the spec excludes",
    "contains": "does not contain {expected}",
    "name": "has a name that the spec does not allow",
    "depth": "is nested too deeply to be validated",
    "invalid": "is not valid: {expected}",
    "unusable-schema": "cannot be validated, as its schema cannot be used: {expected}",
    "ambiguous": "fits several variants of a oneOf, of which only one may fit",
    "undeclared": "is present ({type}), but the spec does not declare it",
}
"""Every kind of violation and its message; its rule id is `recording-<kind>`."""

_HELP: Final[Mapping[str, str]] = {
    "operation": "If the recording is of another API, move or delete it. If upstream removed the operation, delete it."
}
"""How to go on, where the spec is probably not at fault."""

_ABOUT_VALUES: Final = frozenset({"operation", "status", "media-type", "enum"})
"""Kinds for which each value found is a separate violation."""


_CASES: Final = 3
"""How many recordings a message names; the finding's locations name them all."""


@dataclass(frozen=True, slots=True)
class Group:
    """Equal faults: the same violation at the same location, in one or several recordings. Never empty."""

    faults: tuple[Fault, ...]

    @property
    def fault(self) -> Fault:
        """The first of them."""
        return self.faults[0]

    @property
    def violation(self) -> Violation:
        """The violation of the first of them."""
        return self.faults[0].violation

    @property
    def recordings(self) -> tuple[Recording, ...]:
        """The recordings that show it, each once."""
        return tuple({fault.recording.name: fault.recording for fault in self.faults}.values())

    @property
    def is_broken(self) -> bool:
        """False for what breaks no caller: undeclared members, unions that are not exclusive."""
        return self.violation.kind not in PASSING

    @property
    def types(self) -> tuple[str, ...]:
        """The JSON types that were found there, sorted."""
        return tuple(sorted({type_of(fault.violation.value) for fault in self.faults}))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the recordings show about one document. `count` is the number of recordings."""

    groups: tuple[Group, ...]
    seen: Seen
    count: int

    def findings(self, *, file: str, strict: bool = False) -> tuple[Finding, ...]:
        """The groups as findings; `file` is the document's name. With `strict` undeclared members are errors too."""
        return tuple(_finding(group, self.count, file, strict) for group in self.groups)


def judge(recordings: Sequence[Recording], document: Document, *, ends: Mapping[str, str] | None = None) -> Judgement:
    """Validate recordings against a document.

    `ends` maps an operation (`POST /path`) to the data that ends its stream, such as `[DONE]`.
    """
    examiner = Examiner(document, ends or {})
    grouped: dict[Hashable, list[Fault]] = {}
    for recording in recordings:
        for fault in examiner.examine(recording):
            grouped.setdefault(_cause(fault), []).append(fault)
    groups = tuple(Group(tuple(faults)) for faults in grouped.values())
    return Judgement(tuple(sorted(groups, key=_order)), examiner.seen, len(recordings))


def judge_age(recordings: Sequence[Recording], *, max_age_days: int, today: date) -> tuple[Finding, ...]:
    """A finding (`recording-old`, error) for each live recording older than the limit, or without a date."""
    oldest = today - timedelta(days=max_age_days)
    return tuple(
        Finding(
            "recording-old",
            Level.ERROR,
            f"{recording.name} is from {recording.recorded or 'an unknown date'}, older than {max_age_days} days",
            area="recordings",
            key=recording.name,
            revision=Location(recording.file, "/recorded" if recording.recorded else ""),
        )
        for recording in recordings
        if recording.origin == "live" and (recording.recorded is None or recording.recorded < oldest)
    )


def _cause(fault: Fault) -> tuple[Hashable, ...]:
    """Two faults of one document are the same if this is equal."""
    return (*sameness(fault), fault.violation.schema, fault.violation.keyword)


def sameness(fault: Fault) -> tuple[Hashable, ...]:
    """What a fault is about, without locations in the document, so that two documents can be compared."""
    violation = fault.violation
    detail: Hashable = ""
    if violation.kind in _ABOUT_VALUES:
        detail = identity(violation.value)
    elif violation.kind == "type":
        detail = type_of(violation.value)
    return violation.kind, fault.direction, fault.operation, fault.context, violation.path, detail


def _order(group: Group) -> tuple[bool, str, str, int, str]:
    order = list(KINDS).index(group.violation.kind)
    return not group.is_broken, group.fault.operation, group.fault.context, order, group.violation.path


def describe(group: Group) -> str:
    """The violation in words, with its location: `response 200: choices[].role is missing, …`."""
    return f"{group.fault.context}: {describe_violation(group.violation, group.types)}"


def describe_violation(violation: Violation, types: Sequence[str] = ()) -> str:
    """One violation in words; `types` are all that were found at its location."""
    found = " or ".join(types or [type_of(violation.value)])
    what = KINDS[violation.kind].format(found=shown(violation.value), expected=violation.expected, type=found)
    return f"{violation.path} {what}".lstrip()


def how_often(count: int) -> str:
    """`once`, or `3 times`."""
    return "once" if count == 1 else f"{count} times"


def cases_of(group: Group) -> str:
    """The first cases that show it, and how many more do."""
    cases = [recording.case for recording in group.recordings]
    return ", ".join(cases[:_CASES]) + (f" and {len(cases) - _CASES} more" if len(cases) > _CASES else "")


def _finding(group: Group, recordings: int, file: str, strict: bool) -> Finding:
    fault, violation = group.fault, group.violation
    where = f"{how_often(len(group.faults))} in {len(group.recordings)} of {recordings} recordings: {cases_of(group)}"
    return Finding(
        f"recording-{violation.kind}",
        Level.ERROR if group.is_broken or (strict and violation.kind == "undeclared") else Level.NOTE,
        f"{describe(group)} ({where})",
        area="recordings",
        direction=fault.direction,
        operation=fault.operation,
        key=key_of(group),
        revision=Location(file, violation.schema),
        locations=places_of(group),
        count=len(group.faults),
        help=_HELP.get(violation.kind, "") if group.is_broken else "",
    )


def key_of(group: Group) -> str:
    """Context and path in the API's names, and the value where the finding is about a value."""
    violation = group.violation
    value = shown(violation.value, 80) if violation.kind in _ABOUT_VALUES else ""
    parts = [group.fault.context, violation.path, value]
    return " ".join(part for part in parts if part)


def places_of(group: Group) -> tuple[Location, ...]:
    """The first location in each of the recordings."""
    first = {fault.recording.name: fault for fault in reversed(group.faults)}
    return tuple(Location(first[item.name].recording.file, first[item.name].pointer) for item in group.recordings)
