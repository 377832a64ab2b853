"""`make bench-test`: `nemogen test` by the number of recordings, which are copies of the written ones."""

from __future__ import annotations

import tempfile
from functools import partial
from itertools import cycle
from pathlib import Path

from tests.bench.measure import megabytes, rounds, run, seconds, table, times, tool, typical
from tests.bench.projects import API, copy_project

COUNTS = (10, 100, 200, 300)


def main() -> None:
    """Prints one table; the last column says what a recording more costs."""
    with tempfile.TemporaryDirectory(prefix="nemogen-bench-") as name:
        projects = {count: project_of(Path(name) / str(count), count) for count in COUNTS}
        command = [tool("nemogen"), "test", API]
        found = rounds({str(count): partial(run, command, project) for count, project in projects.items()}, count=3)
    usages = {count: typical(found[str(count)]) for count in COUNTS}
    first = usages[COUNTS[0]]
    rows = [
        (
            str(count),
            seconds(usage.processor),
            seconds(usage.wall),
            megabytes(usage.peak),
            times(usage.processor, first.processor),
            seconds((usage.processor - first.processor) / (count - COUNTS[0])) if count > COUNTS[0] else "",
        )
        for count, usage in usages.items()
    ]
    heading = ("recordings", "processor", "wall", "peak memory", "ratio (processor)", "processor, one more")
    table("nemogen test", heading, rows)


def project_of(folder: Path, count: int) -> Path:
    """A copy of this project with `count` recordings."""
    project = copy_project(folder)
    recordings = project / "tests" / "recordings" / API
    written = sorted(recordings.glob("*/*.json"))
    originals = {path: path.read_bytes() for path in written}
    for path in written:
        path.unlink()
    for number, path in zip(range(count), cycle(originals), strict=False):
        path.with_stem(f"{path.stem}-{number}").write_bytes(originals[path])
    return project


if __name__ == "__main__":
    main()
