"""A copy of the project in which one module at a time has a fault, and tests of it are run."""

from __future__ import annotations

import enum
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.mutants.faults import Fault
from tests.mutants.nearest import Choice
from tests.mutants.records import Record

PATIENCE: Final = 3
"""How many times as long as without a fault the tests may take."""

_SETTLING: Final = 20
"""Seconds that are given besides, for imports, and for a machine that is busy."""

_IMPORTS: Final = 2
"""Those of the processor among them."""

_PASSED: Final = (0, 5)
"""The status of pytest where no test failed, and where there was none."""


class Outcome(enum.StrEnum):
    """What became of a mutant. One whose tests never end counts as killed. One that passes all tests for which there
    was time, but not all that run its function, has not survived."""

    KILLED = "killed"
    TIMED_OUT = "timed out"
    SURVIVED = "survived"
    OVER_BUDGET = "not judged within the budget"
    NOT_JUDGED = "not judged"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with a fault; `module` is relative to the project. The function is the one that the line is part of;
    empty where there is none."""

    module: Path
    line: int
    function: str
    fault: Fault


@dataclass(slots=True)
class Copy:
    """The project's files in a folder of their own, and pytest waiting beside it to be forked."""

    root: Path
    folder: Path
    _server: subprocess.Popen[str] | None = None
    _sound: dict[str, bool] = field(default_factory=dict)
    """By test whether it passes without a fault, also when it is run like this."""

    def judge(self, mutant: Mutant, choice: Choice) -> Outcome:
        """Whether the tests that were chosen notice the fault."""
        tests = [*choice.tests]
        while tests:
            status, failed = self._with_fault(mutant, tests, choice.known)
            if status in _PASSED:
                return Outcome.SURVIVED if choice.is_complete else Outcome.OVER_BUDGET
            if status < 0:
                return Outcome.TIMED_OUT
            if failed is None:
                return Outcome.NOT_JUDGED
            if failed not in {each.test for each in tests} or self._is_sound(failed, choice):
                return Outcome.KILLED
            tests = [each for each in tests if self._sound.get(each.test, True)]
        return Outcome.SURVIVED if choice.is_complete else Outcome.NOT_JUDGED

    def close(self) -> None:
        """End pytest."""
        if self._server is not None:
            self._server.communicate()

    def _is_sound(self, test: str, choice: Choice) -> bool:
        """Whether a test that failed passes without the fault."""
        if test not in self._sound:
            status, _ = self._run([each for each in choice.tests if each.test == test], choice.known)
            self._sound[test] = status in _PASSED
        return self._sound[test]

    def _with_fault(self, mutant: Mutant, tests: Sequence[Record], known: Collection[str]) -> tuple[int, str | None]:
        path = self.root / mutant.module
        source = path.read_text(encoding="utf-8")
        try:
            path.write_text(mutant.fault.applied(source), encoding="utf-8")
            self._forget_byte_code(mutant.module)
            return self._run(tests, known)
        finally:
            path.write_text(source, encoding="utf-8")
            self._forget_byte_code(mutant.module)

    def _forget_byte_code(self, module: Path) -> None:
        """It is told by time and size, which may be equal for two faults."""
        for compiled in (self.root / module.parent / "__pycache__").glob(f"{module.stem}.*.pyc"):
            compiled.unlink()

    def _run(self, tests: Sequence[Record], known: Collection[str]) -> tuple[int, str | None]:
        """The exit status, negative for a signal, and the test that failed."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        result = self.folder / "result.json"
        run = {
            "files": [*dict.fromkeys(each.file for each in tests)],
            "chosen": [each.test for each in tests],
            "known": sorted(known),
            "seconds": PATIENCE * (sum(each.seconds for each in tests) + _SETTLING),
            "processor": PATIENCE * (sum(each.processor for each in tests) + _IMPORTS),
            "folder": str(self.folder),
            "result": str(result),
        }
        status = self._ask(json.dumps(run))
        return status, json.loads(result.read_text(encoding="utf-8")) if result.exists() else None

    def _ask(self, run: str) -> int:
        if self._server is None:
            self._server = subprocess.Popen(
                [sys.executable, "-m", "tests.mutants.forked_pytest"],
                cwd=self.root,
                env=environment(self.root, TMPDIR=str(self.folder)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(f"{run}\n")
        self._server.stdin.flush()
        return int(self._server.stdout.readline())


def environment(root: Path, **more: str) -> dict[str, str]:
    """The variables for tests of the copy in `root`. Byte code is kept: each run imports the same modules."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "PYTHONPATH": os.pathsep.join((str(root / "generator"), str(root))), **more}


def record(root: Path, records: Path, files: Sequence[str], jobs: int) -> None:
    """Run these files of tests, so that a record of each is written."""
    options = (
        f"-n{jobs if jobs > 1 else 0}",
        "--dist=loadfile",
        "--tb=no",
        "-ptests.mutants.record",
        "-pno:cacheprovider",
    )
    subprocess.run(
        [sys.executable, "-m", "pytest", *options, *files],
        cwd=root,
        env=environment(root, MUTANTS_RECORDS=str(records)),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def copy_project(project: Path, to: Path) -> None:
    """The files that git knows, and those that it does not ignore, in a repository of their own: tests ask git."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=project, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (project / name).is_file() or (project / name).is_symlink():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(project / name, to / name, follow_symlinks=False)
    for git in (["git", "init", "--quiet"], ["git", "add", "--all"]):
        subprocess.run(git, cwd=to, capture_output=True, check=True)


def copies_of(root: Path, folders: Iterable[Path]) -> list[Copy]:
    """A copy in each of these folders, with the byte code that is in `root`."""
    found = []
    for folder in folders:
        shutil.copytree(root, folder / "project", symlinks=True)
        found.append(Copy(folder / "project", folder / "temporary"))
    return found
