"""A copy of the project in which one module at a time has a fault, and its nearest tests are run."""

from __future__ import annotations

import contextlib
import enum
import json
import math
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.mutants.faults import Fault
from tests.mutants.nearest import folder_of

PATIENCE: Final = 3
"""How many times as long as without a fault the tests may take."""

_SETTLING: Final = 20
"""Seconds that are given besides, for a machine that is busy."""

_OPTIONS: Final = (
    "-n0",
    "--tb=no",
    "--no-header",
    "--hypothesis-seed=0",
    "-pno:cacheprovider",
    "-ptests.mutants.plugin",
)


_NO_TESTS: Final = 5
_PASSED: Final = (0, _NO_TESTS)
"""The status of pytest where no test failed."""


class Outcome(enum.StrEnum):
    """What became of a mutant. One whose tests never end counts as killed; where its tests fail without a fault too,
    nothing can be said."""

    KILLED = "killed"
    TIMED_OUT = "timed out"
    SURVIVED = "survived"
    NOT_JUDGED = "not judged"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with a fault; `module` is relative to the project."""

    module: Path
    line: int
    fault: Fault


class BrokenTests(Exception):
    """The tests do not pass as the project is: nothing can be said of mutants of these modules."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The project's files in a folder of their own. `times` holds how long tests take, `longest` what one may take."""

    root: Path
    times: Path
    longest: float

    def baseline(self, tests: Sequence[str]) -> float:
        """How many seconds the tests take without a fault. Those that fail or take too long are left out from then on.

        Raises BrokenTests where others fail in the next run, and where none is left.
        """
        times = self._times_of(tests)
        if not times.exists():
            self._run(tests, None)
        start = time.monotonic()
        status, said = self._run(tests, None, "-x")
        if status not in _PASSED or (status == _NO_TESTS and self.failing(tests)):
            raise BrokenTests(f"{' '.join(tests)} without a fault: status {status}\n{said[-2000:]}")
        return time.monotonic() - start

    def failing(self, tests: Sequence[str]) -> list[str]:
        """The tests that fail without a fault, of those whose times are known."""
        times = self._times_of(tests)
        known = json.loads(times.read_text(encoding="utf-8")) if times.exists() else {}
        return [test for test, seconds in known.items() if seconds == math.inf]

    def judge(self, mutant: Mutant, tests: Sequence[str], seconds: float) -> Outcome:
        """Whether the tests, which take so many seconds without a fault, notice this one."""
        path = self.root / mutant.module
        source = path.read_text(encoding="utf-8")
        try:
            path.write_text(mutant.fault.applied(source), encoding="utf-8")
            self._forget_byte_code(mutant.module)
            status, _ = self._run(tests, PATIENCE * seconds + _SETTLING, "-x")
        finally:
            path.write_text(source, encoding="utf-8")
            self._forget_byte_code(mutant.module)
        if status is None:
            return Outcome.TIMED_OUT
        return Outcome.SURVIVED if status in _PASSED else Outcome.KILLED

    def _forget_byte_code(self, module: Path) -> None:
        """It is told by time and size, which may be equal for two faults."""
        for compiled in (self.root / module.parent / "__pycache__").glob(f"{module.stem}.*.pyc"):
            compiled.unlink()

    def _run(self, tests: Sequence[str], timeout: float | None, *options: str) -> tuple[int | None, str]:
        """Exit status and output; no status where it had to be ended."""
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *_OPTIONS, *options, *tests],
            cwd=self.root,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join((str(self.root / "generator"), str(self.root))),
                "MUTANTS_TIMES": str(self._times_of(tests)),
                "MUTANTS_LONGEST": str(self.longest),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        try:
            said, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            return None, ""
        finally:
            # What a test has started may still run, and hold the pipe.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        return process.returncode, said

    def _times_of(self, tests: Sequence[str]) -> Path:
        return self.times / f"{(folder_of(tests) or 'tests').replace('/', '-')}.json"


def copied(project: Path, to: Path, times: Path, longest: float) -> Copy:
    """The files that git knows, and those that it does not ignore, in a repository of their own: tests ask git."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=project, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (project / name).is_file() or (project / name).is_symlink():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(project / name, to / name, follow_symlinks=False)
    for git in (["git", "init", "--quiet"], ["git", "add", "--all"]):
        subprocess.run(git, cwd=to, capture_output=True, check=True)
    return Copy(to, times, longest)
