"""A copy of the project in which one module at a time has a fault, and its nearest tests are run."""

from __future__ import annotations

import contextlib
import enum
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

PATIENCE: Final = 3
"""How many times as long as without a fault the tests may take."""

_SETTLING: Final = 20
"""Seconds that are given besides, for a machine that is busy."""

_OPTIONS: Final = (
    "-n0",
    "-x",
    "--tb=no",
    "--no-header",
    "--hypothesis-seed=0",
    "-pno:cacheprovider",
    "-ptests.mutants.plugin",
)


class Outcome(enum.StrEnum):
    """What became of a mutant. One whose tests never end counts as killed."""

    KILLED = "killed"
    TIMED_OUT = "timed out"
    SURVIVED = "survived"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with a fault; `module` is relative to the project."""

    module: Path
    line: int
    fault: Fault


class BrokenTests(Exception):
    """The tests do not pass as the project is: nothing can be said of mutants."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The project's files in a folder of their own. `times` holds how long tests take, `longest` what one may take."""

    root: Path
    times: Path
    longest: float

    def baseline(self, tests: Sequence[str]) -> float:
        """How many seconds the tests take without a fault. Raises BrokenTests."""
        times = self._times_of(tests)
        if not times.exists():
            self._run(tests, None)
        start = time.monotonic()
        status, said = self._run(tests, None)
        if status != 0:
            raise BrokenTests(f"{' '.join(tests)} without a fault: status {status}\n{said[-2000:]}")
        return time.monotonic() - start

    def judge(self, mutant: Mutant, tests: Sequence[str], seconds: float) -> Outcome:
        """Whether the tests, which take so many seconds without a fault, notice this one."""
        path = self.root / mutant.module
        source = path.read_text(encoding="utf-8")
        try:
            path.write_text(mutant.fault.applied(source), encoding="utf-8")
            self._forget_byte_code(mutant.module)
            status, _ = self._run(tests, PATIENCE * seconds + _SETTLING)
        finally:
            path.write_text(source, encoding="utf-8")
            self._forget_byte_code(mutant.module)
        if status is None:
            return Outcome.TIMED_OUT
        # 5: there was no test to run.
        return Outcome.SURVIVED if status in (0, 5) else Outcome.KILLED

    def _forget_byte_code(self, module: Path) -> None:
        """It is told by time and size, which may be equal for two faults."""
        for compiled in (self.root / module.parent / "__pycache__").glob(f"{module.stem}.*.pyc"):
            compiled.unlink()

    def _run(self, tests: Sequence[str], timeout: float | None) -> tuple[int | None, str]:
        """Exit status and output; no status where it had to be ended."""
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *_OPTIONS, *tests],
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
        return self.times / f"{tests[-1].replace('/', '-')}.json"


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
