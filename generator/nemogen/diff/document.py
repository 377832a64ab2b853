"""Compares whole documents: their faults and their metadata."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from nemogen import pointer
from nemogen.diff.collector import Context, Entry, Log
from nemogen.diff.docs_changes import compare_part_prose
from nemogen.diff.match_operations import path_shape
from nemogen.diff.rules import RULES
from nemogen.diff.side import Side
from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass

SEMVER: Final = re.compile(r"v?(\d+)\.(\d+)\.(\d+)([-+].*)?")

_MALFORMED: Final = "document-part-malformed"
_FAULTS: Final[Mapping[str, str]] = {
    "document-part-malformed": _MALFORMED,
    "value-malformed": _MALFORMED,
    "parameter-unreadable": _MALFORMED,
    "path-unreadable": _MALFORMED,
    "response-unreadable": _MALFORMED,
    "security-scheme-unreadable": _MALFORMED,
    "schema-unreadable": _MALFORMED,
    "schema-too-deep": _MALFORMED,
    "keyword-unreadable": _MALFORMED,
    "reference-dangling": "reference-dangling",
    "reference-outside": "reference-outside",
    "reference-circular": "reference-circular",
    "reference-rebased": "reference-relative-to-schema",
    "duplicate-parameter": "duplicate-parameter",
    "path-parameter-undeclared": "path-parameter-undeclared",
}
"""Rules of the reader about faults that matter in a comparison, with the rule that reports them here."""

_QUOTED: Final = re.compile(r"`([^`]*)`")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a document that is not as OpenAPI wants it. `detail` names what is meant."""

    rule: str
    location: Location
    detail: str


def compare_faults(log: Log, base: Side, revision: Side) -> None:
    """Note faults that are new, and such as were removed. Both documents have to be read to the end before."""
    old = {(fault.rule, fault.detail): fault for fault in _faults(base)}
    new: dict[tuple[str, str], list[Fault]] = {}
    for fault in _faults(revision):
        new.setdefault((fault.rule, fault.detail), []).append(fault)
    for key, faults in new.items():
        if key not in old:
            for fault in faults:
                log.add(fault.rule, Context(home="the document"), None, fault.location, value=fault.detail)
    for key, fault in old.items():
        if key not in new and RULES[fault.rule].level.rank < Level.NOTE.rank:
            rule = "reference-repaired" if fault.rule.startswith("reference-") else "document-fault-repaired"
            log.add(rule, Context(home="the document"), fault.location, None, value=fault.detail)


def _faults(side: Side) -> Iterator[Fault]:
    for finding in side.read.findings:
        if finding.id in _FAULTS and finding.revision is not None:
            yield Fault(_FAULTS[finding.id], finding.revision, _detail(finding, finding.revision))
    yield from _name_faults(side)
    used = schemes_in_use(side)
    for name, scheme in side.document.security_schemes.items():
        if not used:
            yield Fault("security-scheme-without-requirement", scheme.location, name)


def _detail(finding: Finding, location: Location) -> str:
    """What the reader's message names, without the wording of the message."""
    if _FAULTS[finding.id] == _MALFORMED:
        return finding.message
    found = _QUOTED.search(finding.message)
    name = found[1] if found else finding.message
    if finding.id != "path-parameter-undeclared":
        return name
    path, method = pointer.split(location.pointer)[-2:]
    return f"{name.strip('{}')} of {method.upper()} {path}"


def _name_faults(side: Side) -> Iterator[Fault]:
    """Names and paths that are duplicates."""
    operations = side.document.operations
    names = Counter(operation.operation_id for operation in operations)
    for operation in operations:
        if operation.operation_id and names[operation.operation_id] > 1:
            location = side.near(operation.location, "operationId")
            yield Fault("duplicate-operation-id", location, operation.operation_id)
    paths = {operation.path: side.near(side.root, "paths", operation.path) for operation in operations}
    shapes = Counter(map(path_shape, paths))
    for path, location in paths.items():
        if shapes[path_shape(path)] > 1:
            yield Fault("duplicate-path", location, path_shape(path))


def schemes_in_use(side: Side) -> set[str]:
    """The names of the security schemes that an operation asks for."""
    operations = side.document.all_operations()
    return {name for each in operations for requirement in each.security for name in requirement.schemes}


def compare_info(log: Log, base: Side, revision: Side) -> None:
    """Note changes of metadata: version of OpenAPI, info, tags, links."""
    context = Context(home="the document")
    old, new = base.document.version, revision.document.version
    if old[:3] != new[:3]:
        places = base.near(base.root, "openapi"), revision.near(revision.root, "openapi")
        log.add("openapi-version-changed", context, *places, old=old, new=new)
    for key, rule in (("info", "info-changed"), ("tags", "tag-changed")):
        if base.raw.get(key) != revision.raw.get(key):
            log.add(rule, context, base.near(base.root, key), revision.near(revision.root, key))
    compare_part_prose(log, (base, base.root), (revision, revision.root), context)


def compare_versions(log: Log, base: Side, revision: Side) -> None:
    """Note a version of the document (semver only) that does not fit what was found."""
    old, new = base.document.info.version, revision.document.info.version
    before, after = SEMVER.fullmatch(old), SEMVER.fullmatch(new)
    changes = [entry for entry in log.entries if entry.level.rank <= Level.ADDITIVE.rank]
    if not before or not after or not changes:
        return
    was, is_ = (tuple(map(int, match.groups()[:3])) for match in (before, after))
    rule = _version_rule(was, is_, changes)
    if rule:
        places = (side.near(side.root, "info", "version") for side in (base, revision))
        log.add(rule, Context(home="the document"), *places, old=old, new=new)


def _version_rule(was: tuple[int, ...], is_: tuple[int, ...], changes: list[Entry]) -> str | None:
    if is_ == was:
        return "api-version-not-bumped"
    if is_ < was:
        return "api-version-decreased"
    breaks = any(entry.level is Level.BREAKING for entry in changes)
    digits = 2 if was[0] == is_[0] == 0 else 1
    return "api-major-version-not-bumped" if breaks and was[:digits] == is_[:digits] else None
