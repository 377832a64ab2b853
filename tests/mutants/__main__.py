"""A seeded sample of mutants against their nearest tests, and those that no test noticed.

    python -m tests.mutants [--count 300] [--seed N] [--minutes 30] [--budget 10] [--jobs N] [module or folder …]

Prints each survivor with its location and what was changed, and how many of each package survived. The exit status is
1 where more than one in five survived, 2 where none could be judged. Survivors are missing tests, but for those that
change nothing that can be noticed.

The tests are run without a fault first, to see which functions each of them calls; what is known of a file of tests
that has not changed since stays in .pytest_cache/mutants. Tests that fail without a fault are left out. A mutant whose
tests take longer than the budget is judged by those that fit into it: it can be killed by them, not survive.
"""

from __future__ import annotations

import argparse
import difflib
import itertools
import os
import queue
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.mutants.faults import Fault, faults, function_at
from tests.mutants.nearest import Choice, choose, core, nearest
from tests.mutants.records import Records, name_of, test_files
from tests.mutants.trial import Copy, Mutant, Outcome, copies_of, copy_project, record

PROJECT: Final = Path(__file__).parents[2]
SEED: Final = 20261129
ALLOWED: Final = 0.2
"""The part of all mutants that may survive."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked for on the command line."""

    count: int
    seed: int
    minutes: float
    jobs: int
    budget: float
    paths: tuple[str, ...]


def main(arguments: Sequence[str] | None = None, project: Path = PROJECT) -> int:
    """The exit status."""
    options = _options(arguments)
    until = time.monotonic() + 60 * options.minutes
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        # Who works on the project meanwhile changes neither the mutants nor the report.
        root = Path(folder, "project")
        copy_project(project, root)
        mutants = sample(root, options)
        say(f"seed {options.seed}: {len(mutants)} mutants in {len({each.module for each in mutants})} modules")
        choices = _recorded(root, Records(project / ".pytest_cache" / "mutants"), mutants, options)
        copies = copies_of(root, [Path(folder, str(job)) for job in range(options.jobs)])
        try:
            found = list(_judged(mutants, copies, choices, until))
        finally:
            for each in copies:
                each.close()
        return _report(root, found, len(mutants))


def _options(arguments: Sequence[str] | None) -> Options:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=300, help="how many mutants")
    parser.add_argument("--seed", type=int, default=SEED, help="what decides which")
    parser.add_argument("--minutes", type=float, default=30, help="after these, no other mutant is begun")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at once")
    parser.add_argument("--budget", type=float, default=10, help="the tests of a mutant: seconds of the processor")
    parser.add_argument("paths", nargs="*", help="the modules to take them from, or folders of modules")
    given = vars(parser.parse_args(arguments))
    return Options(**{**given, "paths": tuple(given["paths"])})


def sample(project: Path, options: Options) -> list[Mutant]:
    """The mutants of a seed, in an order that says nothing: a run that ends early has seen a sample too."""
    sources = {
        module: (project / module).read_text(encoding="utf-8")
        for module in core(project)
        if _is_meant(module, options.paths)
    }
    every = [(module, fault) for module, source in sources.items() for fault in faults(source)]
    random.Random(options.seed).shuffle(every)
    fitting = ((module, fault) for module, fault in every if fault.fits(sources[module]))
    return [_mutant(module, sources[module], fault) for module, fault in itertools.islice(fitting, options.count)]


def _mutant(module: Path, source: str, fault: Fault) -> Mutant:
    line = source.count("\n", 0, fault.start) + 1
    return Mutant(module, line, function_at(source, line), fault)


def _is_meant(module: Path, paths: Sequence[str]) -> bool:
    return not paths or any(module == Path(path) or module.is_relative_to(path) for path in paths)


def _judged(
    mutants: Sequence[Mutant], copies: Sequence[Copy], choices: Mapping[Mutant, Choice], until: float
) -> Iterator[tuple[Mutant, Outcome]]:
    """Each mutant that there was time for, and what became of it."""
    free: queue.SimpleQueue[Copy] = queue.SimpleQueue()
    for each in copies:
        free.put(each)

    def judge(mutant: Mutant) -> Outcome | None:
        copy = free.get()
        try:
            if not choices[mutant].tests:
                return Outcome.NOT_JUDGED
            if time.monotonic() >= until:
                return None
            outcome = copy.judge(mutant, choices[mutant])
            say(f"{outcome}: {mutant.module}:{mutant.line}")
            return outcome
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        for mutant, outcome in zip(mutants, pool.map(judge, mutants), strict=True):
            if outcome is not None:
                yield mutant, outcome


def _recorded(root: Path, records: Records, mutants: Sequence[Mutant], options: Options) -> dict[Mutant, Choice]:
    """The tests for each mutant. Those of which there is no record are run in the copy in `root`, to make one."""
    records.folder.mkdir(parents=True, exist_ok=True)
    own = {module: nearest(module, root) for module in {each.module for each in mutants}}
    files = test_files(root, {path for paths in own.values() for path in paths})
    missing = records.missing(root, files)
    if missing:
        say(f"{len(missing)} files of tests are run without a fault")
        record(root, records.folder, missing, options.jobs)
    for test in records.failed(files):
        say(f"left out, as it fails without a fault: {test}")
    functions = {each: name_of(each.module.as_posix(), each.function) for each in mutants}
    tests = records.of(files, {*functions.values()})
    return {each: choose(tests, functions[each], own[each.module], options.budget) for each in mutants}


def _report(project: Path, found: Sequence[tuple[Mutant, Outcome]], wanted: int) -> int:
    survivors = [mutant for mutant, outcome in found if outcome is Outcome.SURVIVED]
    for mutant in sorted(survivors, key=lambda each: (each.module, each.line)):
        sys.stdout.write(f"{mutant.module}:{mutant.line} survived\n{difference(project, mutant)}\n")
    judged = [mutant for mutant, outcome in found if outcome not in (Outcome.NOT_JUDGED, Outcome.OVER_BUDGET)]
    for package in sorted({mutant.module.parent for mutant, _ in found}):
        inside = [outcome for mutant, outcome in found if mutant.module.parent == package]
        counts = ", ".join(f"{inside.count(each)} {each}" for each in Outcome if each in inside)
        sys.stdout.write(f"{package}: {counts}\n")
    if found and not judged:
        return 2
    part = len(survivors) / len(judged) if judged else 0
    sys.stdout.write(f"{len(judged)} of {wanted} mutants judged: {len(survivors)} survived, {part:.0%}\n")
    return 1 if part > ALLOWED else 0


def difference(project: Path, mutant: Mutant) -> str:
    """The lines that the fault changes."""
    source = (project / mutant.module).read_text(encoding="utf-8")
    before, after = source.splitlines(), mutant.fault.applied(source).splitlines()
    lines = list(difflib.unified_diff(before, after, lineterm="", n=0))
    return "\n".join(line for line in lines[2:] if not line.startswith("@@")) + "\n"


def say(text: str) -> None:
    """Progress, which is no part of the report."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
