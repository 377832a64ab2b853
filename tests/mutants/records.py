"""What is known of each test: how long it takes, and which functions it calls."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """A test by its id, its processor time with that of its programs, its time, and the functions that it calls."""

    test: str
    processor: float
    seconds: float
    has_programs: bool
    calls: frozenset[str]

    @property
    def file(self) -> str:
        """The file of the test."""
        return self.test.partition("::")[0]


def name_of(module: str, qualified: str) -> str:
    """A function by its module and its qualified name; what lies in no function has the empty name."""
    inner = re.sub(r"(\.<locals>)?\.?<(?!locals>).*", "", qualified)
    return f"{module}:{inner}"


def digest(path: Path) -> str:
    """What tells whether a file of tests is the one that was recorded."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_files(project: Path, paths: Iterable[str]) -> list[str]:
    """The files of tests among these paths and in these folders."""
    found = set()
    for path in paths:
        at = project / path
        found |= {at} if at.is_file() else {*at.rglob("test_*.py")}
    return sorted(each.relative_to(project).as_posix() for each in found)


@dataclass(frozen=True, slots=True)
class Records:
    """Those in a folder."""

    folder: Path

    def missing(self, project: Path, files: Sequence[str]) -> list[str]:
        """The files that were not recorded, or as they were before."""
        return [file for file in files if self._read(file).get("digest") != digest(project / file)]

    def of(self, files: Sequence[str], functions: Collection[str]) -> list[Record]:
        """The tests of these files that pass. Of what they call, these functions are told, and each module as such."""
        found = []
        equal: dict[frozenset[str], frozenset[str]] = {}
        for file in files:
            content = self._read(file)
            names = content.get("functions", [])
            for test, processor, seconds, has_programs, calls in content.get("tests", []):
                called = {names[number] for number in calls}
                modules = {f"{name.partition(':')[0]}:" for name in called}
                kept = frozenset(called.intersection(functions) | modules)
                found.append(Record(test, processor, seconds, has_programs, equal.setdefault(kept, kept)))
        return found

    def failed(self, files: Sequence[str]) -> list[str]:
        """The tests of these files that fail without a fault."""
        return [test for file in files for test in self._read(file).get("failed", [])]

    def _read(self, file: str) -> dict[str, Any]:
        path = self.folder / f"{file.replace('/', '-')}.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
