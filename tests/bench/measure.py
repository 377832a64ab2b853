"""Runs commands and measures them: processor time, wall time, peak memory; prints tables.

Contestants take turns, round by round, so that whatever else the machine does strikes all of them alike, and ratios
of one run mean something.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TypeVar

ResultT = TypeVar("ResultT")

UPSTREAM = "NEMOGEN_UPSTREAM"


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process cost with its children. Seconds; `peak` in bytes, of the largest of them.

    A process counts as at least as large as the one that started it, so a bench itself has to stay small.
    """

    processor: float
    wall: float
    peak: int
    status: int = 0


def tool(name: str) -> str:
    """A command of the environment that runs the bench."""
    return str(Path(sys.executable).parent / name)


def run(command: Sequence[str], folder: Path, status: Sequence[int] = (0,)) -> Usage:
    """Runs `command` in `folder`. Raises SystemExit, with what it printed, where it ends with no status of `status`.

    Python may keep byte code: without it, a start is mostly compiling.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment.get('PATH', '')}"
    with (folder / "output").open("w+b") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        _, code, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(code)
        if process.returncode not in status:
            output.seek(0)
            sys.exit(f"{' '.join(command)}: status {process.returncode}\n{output.read().decode(errors='replace')}")
    # ru_maxrss counts kibibytes, and bytes on a Mac (getrusage(2)).
    unit = 1 if sys.platform == "darwin" else 1024
    return Usage(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit, process.returncode)


def rounds(contestants: Mapping[str, Callable[[], ResultT]], count: int) -> dict[str, list[ResultT]]:
    """The results of `count` rounds, by name; one round before them warms the caches and is not counted."""
    found: dict[str, list[ResultT]] = {name: [] for name in contestants}
    for number in range(count + 1):
        for name, measure in contestants.items():
            result = measure()
            if number:
                found[name].append(result)
    return found


def typical(usages: Sequence[Usage]) -> Usage:
    """The median of each figure."""
    return Usage(
        processor=median(usage.processor for usage in usages),
        wall=median(usage.wall for usage in usages),
        peak=int(median(usage.peak for usage in usages)),
        status=max(usage.status for usage in usages),
    )


def upstream() -> Path | None:
    """The folder with upstream's real documents; says so where it is not there."""
    folder = os.environ.get(UPSTREAM)
    if folder:
        return Path(folder).resolve()
    say(f"({UPSTREAM} is not set: what needs upstream's documents is left out)")
    return None


def table(title: str, heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints rows of texts; the first column to the left, figures to the right."""
    widths = [max(len(row[column]) for row in (heading, *rows)) for column in range(len(heading))]
    say(f"\n{title}")
    for row in (heading, ["-" * width for width in widths], *rows):
        first, *others = (
            text.ljust(width) if not column else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        say("  ".join([first, *others]).rstrip())


def seconds(value: float) -> str:
    """`1.23 s`, `45.6 ms`, `7.89 us`: three digits."""
    for factor, unit in ((1.0, "s"), (1e3, "ms")):
        if value * factor >= 1:
            return f"{value * factor:.3g} {unit}" if value * factor < 1000 else f"{value * factor:.0f} {unit}"
    return f"{value * 1e6:.3g} us"


def megabytes(value: float) -> str:
    """Bytes as MB, a million each."""
    return f"{value / 1e6:.3g} MB" if abs(value) < 1e9 else f"{value / 1e6:.0f} MB"


def times(value: float, base: float) -> str:
    """The ratio, three digits."""
    return f"{value / base:.3g} x" if base else "-"


def judged(ratio: float, goal: float, unit: str = " x") -> tuple[str, str, str]:
    """The cells of what was measured, what it should be at most, and whether it is."""
    return f"{ratio:.3g}{unit}", f"{goal:g}{unit}", "met" if ratio <= goal else "missed"


def say(text: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
