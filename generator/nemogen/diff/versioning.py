"""The next version of a generated package, and the lines of its entry in the changelog."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from nemogen.characters import escape_unassigned
from nemogen.diff.changelog import ADDED, CHANGED, REMOVED
from nemogen.diff.python_counterparts import is_reported_by
from nemogen.errors import ConfigError
from nemogen.findings import Finding, Level
from nemogen.given_names import RENAMED_BY_MERGE

_REMOVABLE: Final = (
    *("api", "attribute", "base", "body", "callback", "enum-value", "event-stream", "header", "link", "media-type"),
    *("method", "name", "operation", "package", "parameter", "path", "property", "server", "servers", "status"),
    *("value", "variable", "webhook"),
)
"""What is listed as removed, as ids name it: what callers used, and not a rule that they had to keep."""
_IS_REMOVAL: Final = re.compile(rf"(?<!default-)\b(?:{'|'.join(_REMOVABLE)})-removed\b")
_IS_ADDITION: Final = re.compile(r"^new-|-added$")
_VERSION: Final = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_CHANGES: Final = (Level.BREAKING, Level.RISKY, Level.ADDITIVE)


def is_noticed(finding: Finding) -> bool:
    """Whether a change is one that callers may notice: neither one of prose, nor one that nothing reaches."""
    return finding.level in _CHANGES


def release_level(findings: Iterable[Finding]) -> Level:
    """The level of a release: that of the worst change.

    `docs` if callers can notice none. A problem of a document (`error`) is not a change.
    """
    levels = [finding.level for finding in findings if is_noticed(finding)]
    return min(levels, key=lambda level: level.rank, default=Level.DOCS)


def next_version(version: str, level: Level) -> str:
    """The version after `version` (Semantic Versioning 2.0.0, without pre-releases) for a change of `level`.

    From 1.0.0 on, breaking raises the major version, risky and additive the minor, all else the patch. Below 1.0.0
    breaking raises the minor version and all else the patch, as the ranges that callers write take it: `~=0.3.1` and
    `^0.3.1` let 0.3.2 in and keep 0.4.0 out. Raises `ConfigError` where `version` is no such version.
    """
    match = _VERSION.fullmatch(version)
    if match is None:
        raise ConfigError(f"{version!r} is not a version of three numbers", remedy="Write it as 1.2.3.")
    major, minor, patch = map(int, match.groups())
    if level is Level.BREAKING:
        return f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"
    if major and level in _CHANGES:
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def next_step(level: Level) -> str:
    """Which number of a version `next_version` raises for a change of `level`, in words."""
    from_one = "major" if level is Level.BREAKING else "minor" if level in _CHANGES else "patch"
    below = "minor" if level is Level.BREAKING else "patch"
    return from_one if from_one == below else f"{from_one} (below 1.0.0: {below})"


def release_lines(findings: Iterable[Finding]) -> tuple[str, ...]:
    """What callers have to know of a release, worst first: `Removed: …`, `Changed: …`, `Added: …`.

    First what changed in the generated source, in the names that callers use; then what changed on the wire alone, and
    what the merge of two branches renamed, and one operation that became two.
    """
    reported = (each for each in findings if is_noticed(each) or each.id == RENAMED_BY_MERGE)
    noticed = sorted(reported, key=lambda each: each.level.rank)
    source = [finding for finding in noticed if finding.area == "source"]
    wire = [finding for finding in noticed if finding.area != "source" and not is_reported_by(finding, source)]
    return tuple(dict.fromkeys(_line(finding) for finding in (*source, *wire)))


def _line(finding: Finding) -> str:
    text = f"{finding.operation}: {finding.message}" if finding.operation else finding.message
    return f"{_section(finding)}: {escape_unassigned(text)}"


def _section(finding: Finding) -> str:
    if _IS_REMOVAL.search(finding.id) and finding.level in (Level.BREAKING, Level.RISKY):
        return REMOVED
    return ADDED if _IS_ADDITION.search(finding.id) and finding.level is Level.ADDITIVE else CHANGED
