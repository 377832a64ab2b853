"""What differs between two OpenAPI documents, and what it means for those who call the API."""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Mapping
from dataclasses import replace

from nemogen.change_policy import DEFAULT_POLICY, ChangePolicy
from nemogen.diff.collector import Context, Log
from nemogen.diff.document import compare_faults, compare_info, compare_versions
from nemogen.diff.group_findings import collapse
from nemogen.diff.operations import compare_operations
from nemogen.diff.schema_pairs import Walk
from nemogen.diff.schemas import compare_schema
from nemogen.diff.security import compare_schemes
from nemogen.diff.side import Side
from nemogen.diff.unused_components import compare_unused, used_components
from nemogen.errors import Location, SpecError
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.openapi.json_value import JsonValue
from nemogen.openapi.read_document import ReadDocument


@dataclass(frozen=True, slots=True)
class Compared:
    """The differences of two documents, and what was read of each; None for one that was not read as it is."""

    findings: tuple[Finding, ...]
    base: ReadDocument | None = None
    revision: ReadDocument | None = None


def compare(
    base: JsonValue,
    revision: JsonValue,
    *,
    policy: ChangePolicy = DEFAULT_POLICY,
    today: datetime.date | None = None,
) -> tuple[Finding, ...]:
    """The differences of two parsed documents of any quality, worst first; none where they mean the same.

    `policy` is what the project asks for beyond what a change does to callers. `today` decides whether a sunset has
    passed or is too soon; without it, none is. A finding's locations have "base" or "revision" for a file, and an
    RFC 6901 pointer into that document as it was given. Raises nothing: what is wrong with a document is a finding.
    """
    return compare_and_read(base, revision, policy=policy, today=today).findings


def compare_and_read(
    base: JsonValue,
    revision: JsonValue,
    *,
    policy: ChangePolicy = DEFAULT_POLICY,
    today: datetime.date | None = None,
) -> Compared:
    """As `compare`, for whoever needs the documents as models too."""
    log = Log(open_enums=policy.enums == "open")
    try:
        if base == revision:
            return Compared(())
        read = _compare(log, base, revision, policy, today)
    except RecursionError:
        log.entries.clear()
        log.add("document-too-deep", Context(home="the document"), None, Location("revision"))
        read = None, None
    return Compared(collapse(log.entries), *read)


def _compare(
    log: Log, base: JsonValue, revision: JsonValue, policy: ChangePolicy, today: datetime.date | None
) -> tuple[ReadDocument | None, ReadDocument | None]:
    context = Context(home="the document")
    new, fault = _read(revision, "revision")
    if new is None:
        log.add("document-not-openapi", context, None, Location("revision"), value=fault)
        return None, None
    known, was_fault = _read(base, "base")
    if known is None:
        log.add("document-repaired", context, Location("base"), None, value=was_fault)
    old = known or _without_operations(base)
    walk = Walk(old, new, log, compare_schema, today, policy=policy)
    compare_operations(walk)
    _name_all_operations(log, walk)
    compare_schemes(walk)
    used = used_components(old), used_components(new)
    compare_unused(log, old, new, used)
    compare_faults(log, old, new)
    compare_info(log, old, new)
    compare_versions(log, old, new)
    return None if known is None else known.read, new.read


def _read(raw: JsonValue, file: str) -> tuple[Side | None, str]:
    """The document, or None and what it is instead."""
    try:
        return Side(raw, file), ""
    except SpecError as error:
        return None, error.problems[0].what


def _without_operations(raw: JsonValue) -> Side:
    """What can be read of a file that is not an OpenAPI document."""
    said = {**raw, "paths": {}} if isinstance(raw, Mapping) else {}
    try:
        return Side(said, "base")
    except SpecError:
        return Side({**said, "openapi": "3.1.0", "paths": {}}, "base")


def _name_all_operations(log: Log, walk: Walk) -> None:
    """A pair of schemas is compared once, for the operation that comes first: here the others are named too."""
    known: dict[Hashable, tuple[str, ...]] = {}
    for index, entry in enumerate(log.entries):
        if entry.pair is not None:
            if entry.pair not in known:
                known[entry.pair] = walk.operations(entry.pair)
            log.entries[index] = replace(entry, operations=known[entry.pair])


def verdict(findings: tuple[Finding, ...]) -> Level:
    """The worst level of some findings; `note` where there are none."""
    return min((finding.level for finding in findings), key=lambda level: level.rank, default=Level.NOTE)
