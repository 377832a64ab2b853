"""A plugin of pytest that writes down, for each test, how long it takes and which functions of nemogen it calls.

MUTANTS_RECORDS names the folder; it gets a file of JSON for each file of tests. What a test does in threads and in
programs that it starts is not seen; of the latter it is written down that there are some.
"""

from __future__ import annotations

import contextlib
import cProfile
import json
import os
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from tests.mutants.nearest import SOURCE
from tests.mutants.records import Record, digest, name_of

_ROOT = Path(__file__).parents[2]
_FOLDER = Path(os.environ["MUTANTS_RECORDS"])


@dataclass
class _Seen:
    """What was seen so far. Code is known by its identity, as code that is equal may stand in two modules."""

    records: dict[Path, list[Record]] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    names: dict[int, tuple[CodeType, str | None]] = field(default_factory=dict)

    def name(self, code: CodeType) -> str | None:
        """The function of nemogen that code belongs to."""
        if id(code) not in self.names:
            path = Path(os.path.realpath(code.co_filename))
            is_ours = path.is_relative_to(_ROOT / SOURCE)
            own = name_of(path.relative_to(_ROOT).as_posix(), code.co_qualname) if is_ours else None
            self.names[id(code)] = (code, own)
        return self.names[id(code)][1]


_SEEN = _Seen()


def _processor_seconds(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    profile = cProfile.Profile(subcalls=False, builtins=False)
    own, programs = (_processor_seconds(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    start = time.perf_counter()
    # Where a test has a profile of its own, what it calls meanwhile is not seen.
    with contextlib.suppress(ValueError):
        profile.enable()
    try:
        return (yield)
    finally:
        profile.disable()
        taken = time.perf_counter() - start
        own = _processor_seconds(resource.RUSAGE_SELF) - own
        programs = _processor_seconds(resource.RUSAGE_CHILDREN) - programs
        entries: list[Any] = profile.getstats()
        calls = {_SEEN.name(entry.code) for entry in entries if isinstance(entry.code, CodeType)}
        record = Record(item.nodeid, own + programs, taken, programs > 0, frozenset(filter(None, calls)))
        _SEEN.records.setdefault(item.path, []).append(record)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.failed:
        _SEEN.failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    for path, records in _SEEN.records.items():
        names = sorted({name for record in records for name in record.calls})
        numbers = {name: number for number, name in enumerate(names)}
        tests = [
            [each.test, each.processor, each.seconds, each.has_programs, sorted(numbers[name] for name in each.calls)]
            for each in records
            if each.test not in _SEEN.failed
        ]
        failed = sorted(each.test for each in records if each.test in _SEEN.failed)
        found = {"digest": digest(path), "functions": names, "tests": tests, "failed": failed}
        name = path.relative_to(_ROOT).as_posix().replace("/", "-")
        (_FOLDER / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
