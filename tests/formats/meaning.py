"""What the files of a project mean: the values that nemogen reads, as JSON."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nemogen.approvals import Table, read_approvals
from nemogen.commands.api import read_api, recordings_of
from nemogen.diff.compare import compare
from nemogen.diff.python.rules import SOURCE_RULES
from nemogen.diff.rules import RULES
from nemogen.diff.severity import read_severities
from nemogen.project import Project
from nemogen.source.published import read_published


def meaning_of(root: Path, name: str) -> dict[str, Any]:
    """Every file of the API in the project at `root`, by what it is."""
    project = Project(root.resolve())
    api, paths = read_api(project, name), project.paths(name)
    known: Mapping[Table, set[str]] = {"change": {*RULES, *SOURCE_RULES}, "recording": set()}
    return {
        "settings": plain(api.settings),
        "lock": plain(api.lock),
        "names": plain(api.names),
        "releases": plain(api.releases),
        "approvals": plain(read_approvals(paths.approvals.read_bytes(), "approvals.toml", known)),
        "levels": plain(read_severities(paths.severity.read_text(encoding="utf-8"), "severity.toml")),
        "published": read_published(project, name),
        "recordings": plain(recordings_of(api)),
    }


def fingerprints(pairs: Mapping[str, Any]) -> list[str]:
    """A line for each finding between two documents: the pair, the rule and the fingerprint."""
    found = set()
    for name, (base, revision) in pairs.items():
        found |= {f"{name} {each.id} {each.fingerprint}" for each in compare(base, revision)}
    return sorted(found)


def plain(value: Any) -> Any:
    """A value as JSON has it; the class of a dataclass is a part of what it says."""
    if isinstance(value, enum.Enum):
        return value.value
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
