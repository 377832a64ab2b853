"""What differs between two OpenAPI documents, and what it means for those who call the API."""

from __future__ import annotations

import datetime
from collections.abc import Hashable
from dataclasses import replace

from nemogen.contract_form.document import Contract
from nemogen.diff.collector import Context, Log
from nemogen.diff.document import compare_faults, compare_info, compare_versions, not_openapi
from nemogen.diff.group_findings import collapse
from nemogen.diff.operations import compare_operations
from nemogen.diff.schema_pairs import Walk
from nemogen.diff.schemas import compare_schema
from nemogen.diff.security import compare_schemes
from nemogen.diff.unused_components import compare_unused, used_components
from nemogen.document import Json
from nemogen.findings import Finding, Level


def compare(
    base: Json, revision: Json, *, open_enums: bool = True, today: datetime.date | None = None
) -> tuple[Finding, ...]:
    """The differences of two parsed documents of any quality, worst first; none where they mean the same.

    `open_enums`: the generated types take values of a response's enum that they do not know. `today` decides whether a
    sunset has passed; without it, none has. A finding's places have "base" or "revision" for a file, and an RFC 6901
    pointer into that document as it was given. Raises nothing: what is wrong with a document is a finding.
    """
    log = Log(open_enums=open_enums)
    try:
        if base == revision:
            return ()
        _compare(log, base, revision, today)
    except RecursionError:
        log.entries.clear()
        log.add("document-too-deep", Context(home="the document"), None, "")
    return collapse(log.entries)


def _compare(log: Log, base: Json, revision: Json, today: datetime.date | None) -> None:
    context = Context(home="the document")
    fault, was_fault = not_openapi(revision), not_openapi(base)
    if fault:
        log.add("document-not-openapi", context, None, "", value=fault)
        return
    if was_fault:
        log.add("document-mended", context, "", None, value=was_fault)
    old, new = Contract(base), Contract(revision)
    walk = Walk(old, new, log, compare_schema, today)
    compare_operations(walk)
    _name_all_operations(log, walk)
    compare_schemes(walk)
    used = used_components(old), used_components(new)
    compare_unused(log, old, new, used)
    compare_faults(log, old, new)
    compare_info(log, old, new)
    compare_versions(log, old, new)


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
