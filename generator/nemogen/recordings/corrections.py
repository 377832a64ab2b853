"""Compares a new spec with the recordings: a response that it rejects, or a mistake that it corrects."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from nemogen.errors import Location
from nemogen.findings import Direction, Finding, Level
from nemogen.openapi.document import Document
from nemogen.recordings.judge import Group, Judgement, cases_of, describe, how_often, judge, key_of, places_of, sameness
from nemogen.recordings.recording import Recording

_KEYWORDS: Final[Mapping[str, frozenset[str]]] = {
    "missing": frozenset({"required"}),
    "null": frozenset({"nullable", "type", "enum"}),
    "type": frozenset({"type"}),
    "enum": frozenset({"enum", "const"}),
    "bound": frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength",
                        "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "uniqueItems"}),
    "pattern": frozenset({"pattern"}),
    "forbidden": frozenset({"additionalProperties", "unevaluatedProperties"}),
}  # fmt: skip
"""For each kind of violation, the keywords whose change can correct it."""


def judge_both(
    recordings: Sequence[Recording],
    pin: Document,
    new: Document,
    *,
    files: tuple[str, str],
    ends: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """What changes for the recorded responses when `new` replaces `pin`; `files` names both documents.

    Only recordings of real API behavior count (origin live or documentation).

    `spec-rejects-response` (error): the new spec rejects what the API responds and the pinned spec allows.
    `spec-corrected` (note): the pinned spec rejects what the API responds and the new spec allows it; `base` is the
    location of the pinned schema, `revision` is None.
    """
    real = [recording for recording in recordings if recording.origin != "written"]
    was, now = (_broken(judge(real, document, ends=ends)) for document in (pin, new))
    refused = "the new spec rejects what the API responds: "
    worse = [
        _changed(
            group, "spec-rejects-response", Level.ERROR, refused, revision=Location(files[1], group.violation.schema)
        )
        for cause, group in now.items()
        if cause not in was
    ]
    corrected = "the spec was corrected, fixing: "
    better = [
        _changed(group, "spec-corrected", Level.NOTE, corrected, base=Location(files[0], group.violation.schema))
        for cause, group in was.items()
        if cause not in now
    ]
    return (*worse, *better)


def explain(changes: Sequence[Finding], verdicts: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of a diff, with a lower level for those that the recordings show to be corrections.

    `changes` have the locations in base and revision, `verdicts` come from `judge_both` of the same two documents. A
    breaking change of a response that only says what the API always did becomes risky, and its message says why.
    """
    corrections = [verdict for verdict in verdicts if verdict.id == "spec-corrected"]
    return tuple(_explained(change, corrections) for change in changes)


def _explained(change: Finding, corrections: Sequence[Finding]) -> Finding:
    reason = next((correction for correction in corrections if _corrects(change, correction)), None)
    if reason is None or change.level is not Level.BREAKING or change.direction is not Direction.RESPONSE:
        return change
    seen = f"{len(reason.locations)} recording{'s' if len(reason.locations) > 1 else ''}"
    message = f"{change.message}: a correction of the spec, {seen} of the API had it so before"
    return replace(change, level=Level.RISKY, message=message)


def _corrects(change: Finding, correction: Finding) -> bool:
    """Whether a change fixes a violation: same schema, a keyword of its kind, the same property."""
    if change.base is None or correction.base is None:
        return False
    kind, about = correction.key.split(" ", 1)
    schema, _, keyword = change.base.pointer.rpartition("/")
    if schema != correction.base.pointer or keyword not in _KEYWORDS.get(kind, frozenset()):
        return False
    place = change.key.rsplit(" ", 1)[-1]
    return kind != "missing" or about.rsplit(" ", 1)[-1] == place


def _broken(judgement: Judgement) -> dict[tuple[Hashable, ...], Group]:
    return {
        sameness(group.fault): group
        for group in judgement.groups
        if group.is_broken and group.fault.direction is Direction.RESPONSE
    }


def _changed(
    group: Group,
    rule: str,
    level: Level,
    prefix: str,
    *,
    base: Location | None = None,
    revision: Location | None = None,
) -> Finding:
    return Finding(
        rule,
        level,
        f"{prefix}{describe(group)} ({how_often(len(group.faults))} in {cases_of(group)})",
        area="recordings",
        direction=group.fault.direction,
        operation=group.fault.operation,
        key=f"{group.violation.kind} {key_of(group)}",
        base=base,
        revision=revision,
        locations=places_of(group),
        count=len(group.faults),
    )
