"""A plugin of pytest: quick tests first, those that take too long left out, and how long each took written down.

A test that fails in the run in which that is written down takes for ever: it says nothing of mutants.

Two variables say what to do: MUTANTS_TIMES, a JSON file of seconds by test, and MUTANTS_LONGEST, the most that one may
take. A test whose time is not known is run.
"""

from __future__ import annotations

import json
import math
import os
from pathlib import Path

import pytest

_TIMES = Path(os.environ["MUTANTS_TIMES"])
_LONGEST = float(os.environ["MUTANTS_LONGEST"])
_seconds: dict[str, float] = {}


def _known() -> dict[str, float]:
    found: dict[str, float] = json.loads(_TIMES.read_text(encoding="utf-8")) if _TIMES.exists() else {}
    return found


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    known = _known()
    slow = [item for item in items if known.get(item.nodeid, 0) > _LONGEST]
    if slow:
        config.hook.pytest_deselected(items=slow)
    # A stable order: files as they were named, and in each of them the quick tests first.
    files = {path: index for index, path in enumerate(dict.fromkeys(item.path for item in items))}
    kept = [item for item in items if known.get(item.nodeid, 0) <= _LONGEST]
    items[:] = sorted(kept, key=lambda item: (files[item.path], known.get(item.nodeid, 0)))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    taken = math.inf if report.failed else report.duration
    _seconds[report.nodeid] = _seconds.get(report.nodeid, 0) + taken


def pytest_sessionfinish() -> None:
    if not _TIMES.exists():
        _TIMES.write_text(json.dumps(_seconds), encoding="utf-8")
