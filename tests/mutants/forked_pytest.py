"""Run as a program: pytest with the libraries of nemogen and of its tests imported, forked for each run of tests.

Most of the time of a few quick tests is the import of these libraries: it is done once. Nothing of nemogen and none of
its tests is imported before the fork: a fault is what is imported behind it.

Each line of stdin is a run as JSON: the `files` of its tests, the ids of those that are `chosen` and of all that are
`known`, the `seconds` that it may take and those of the processor, and the file that takes the `result`. For each a
line of stdout says how it ended, negative for a signal. It ends with stdin.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import math
import os
import resource
import signal
import sys
import threading
from pathlib import Path
from typing import Any, Final

import pytest

from tests.mutants.selection import Selection

LIBRARIES: Final = (
    *("_pytest.assertion.rewrite", "anyio", "anyio.pytest_plugin", "asyncio", "click", "griffe", "httpx2"),
    *("datamodel_code_generator.parser.openapi", "datamodel_code_generator.model.pydantic_v2"),
    *("hypothesis", "hypothesis.strategies", "jinja2", "jsonschema", "jsonschema_rs", "multiprocessing.popen_fork"),
    *("pydantic", "rich.console", "ruff.__main__", "tomlkit", "typing_extensions", "xdist.plugin", "yaml"),
)
OPTIONS: Final = (
    *("-n0", "--tb=no", "--no-header", "--hypothesis-seed=0", "-pno:cacheprovider", "-x"),
    # Plugins are imported before pytest could rewrite their assertions.
    "-Wignore::pytest.PytestAssertRewriteWarning",
)
_MEMORY: Final = 4 << 30
"""The most bytes that a run may have: a loop that never ends may collect what it makes."""


def main() -> None:
    """Until stdin ends."""
    for name in LIBRARIES:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for line in sys.stdin:
        run = json.loads(line)
        child = os.fork()
        if child == 0:
            _become(run)
        sys.stdout.write(f"{_status_of(child, run['seconds'])}\n")
        sys.stdout.flush()


def _status_of(child: int, seconds: float) -> int:
    """How the child ends, or is ended; what it has started ends with it."""
    timer = threading.Timer(seconds, _end, [child])
    timer.start()
    try:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    finally:
        timer.cancel()
        timer.join()
        _end(child)


def _end(group: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def _become(run: dict[str, Any]) -> None:
    """Never returns."""
    status = 1
    try:
        os.setsid()
        processor = math.ceil(run["processor"])
        resource.setrlimit(resource.RLIMIT_CPU, (processor, processor + 1))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        for descriptor, mode in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
            os.dup2(os.open(os.devnull, mode), descriptor)
        selection = Selection(run["chosen"], run["known"])
        status = pytest.main([*OPTIONS, f"--basetemp={run['folder']}/pytest", *run["files"]], plugins=[selection])
        Path(run["result"]).write_text(json.dumps(selection.failed), encoding="utf-8")
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
