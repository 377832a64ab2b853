"""`make bench-scale`: projects of many APIs, generated from nothing and again with nothing changed.

Each API is a copy of this project's own document under other names, so that no two packages are the same. How many:
`make bench-scale COUNTS="12 100 1000"`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.bench.measure import Usage, judged, megabytes, run, say, seconds, table, tool
from tests.bench.projects import PIN

COUNTS: Final = (1, 12, 100)
HEADING: Final = ("APIs", "processor", "wall", "peak memory", "processor, each further", "wall, each further")


def main(counts: tuple[int, ...]) -> None:
    """Prints two tables. Figures of each further API are differences to the row before."""
    made: list[tuple[int, Usage]] = []
    unchanged: list[tuple[int, Usage]] = []
    for count in counts:
        with tempfile.TemporaryDirectory(prefix="nemogen-bench-") as name:
            project = project_of_copies(Path(name), count)
            command = [tool("nemogen"), "generate", "--quiet"]
            made.append((count, run(command, project)))
            unchanged.append((count, run(command, project)))
    further = further_in_one_process()
    table(f"generate, from nothing ({PIN.stat().st_size / 1000:.0f} KB each)", HEADING, rows(made))
    table("generate, nothing changed", HEADING, rows(unchanged))
    own = ("each further in one process, processor", *judged(further, 0.4, " s"))
    table("goals", ("", "measured", "goal", ""), [own, *goals(made, unchanged)])


def goals(made: list[tuple[int, Usage]], unchanged: list[tuple[int, Usage]]) -> list[tuple[str, ...]]:
    """What each number of APIs should cost at most on two quiet cores; memory by the first and the last number."""
    found: list[tuple[str, ...]] = []
    for (count, usage), again in zip(made, unchanged, strict=True):
        if count > 1:
            found.append((f"{count} from nothing, wall each", *judged(usage.wall / count, 0.3, " s")))
            found.append((f"{count} from nothing, processor each", *judged(usage.processor / count, 0.6, " s")))
        if count >= 1000:
            found.append((f"{count}, nothing changed, wall", *judged(again[1].wall, 3, " s")))
    several = [each for each in made if each[0] > 1]  # one alone is made by two processes, each with a half of it
    if len(several) > 1:
        growth = several[-1][1].peak / several[0][1].peak
        found.append((f"peak memory, {several[-1][0]} to {several[0][0]}", *judged(growth, 1.2)))
    return found


def further_in_one_process() -> float:
    """Seconds of processor time for each API after the first, where one process takes them all."""
    found: list[float] = []
    for count in (1, 5):
        with tempfile.TemporaryDirectory(prefix="nemogen-bench-") as name:
            project = project_of_copies(Path(name), count)
            found.append(run([tool("nemogen"), "generate", "--quiet", "--jobs", "1"], project).processor)
    return (found[1] - found[0]) / 4


def project_of_copies(folder: Path, count: int) -> Path:
    """A project of so many APIs, each of which has nothing but a pin."""
    document = PIN.read_text(encoding="utf-8")
    for number in range(count):
        specs = folder / "specs" / f"copy-{number:04}"
        specs.mkdir(parents=True)
        (specs / "api.toml").write_text('[source]\nfile = "openapi.json"\n', encoding="utf-8")
        named = document.replace("completions", f"completions{number}").replace('"tools"', f'"tools{number}"')
        (specs / "openapi.json").write_text(named, encoding="utf-8")
    return folder


def rows(found: list[tuple[int, Usage]]) -> list[tuple[str, ...]]:
    """A row for each count."""
    made: list[tuple[str, ...]] = []
    for (count, usage), before in zip(found, (None, *found), strict=False):
        each = ("-", "-")
        if before is not None and count > before[0]:
            further = count - before[0]
            each = (
                seconds(max(0.0, usage.processor - before[1].processor) / further),
                seconds(max(0.0, usage.wall - before[1].wall) / further),
            )
        made.append((str(count), seconds(usage.processor), seconds(usage.wall), megabytes(usage.peak), *each))
    return made


if __name__ == "__main__":
    say(f"Python {sys.version.split()[0]}; one run each; processor time and peak memory with children")
    main(tuple(map(int, sys.argv[1:])) or COUNTS)
