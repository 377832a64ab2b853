"""`make bench-diff`: `nemogen diff` as a whole process, on real pairs and on documents of any size."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.bench.measure import Usage, megabytes, rounds, run, seconds, table, times, tool, typical, upstream
from tests.bench.projects import API, PIN, ROOT

PAIRS = (
    ("20251204T1451-a9f92002", "20260422T2319-1a0876e7", "0.5 s"),
    ("20250828T1639-fad15056", "20250917T1224-c318f19d", "2.5 s"),
    ("20250917T1224-c318f19d", "20250918T1342-fdc08814", "2.5 s"),
)
"""Base, revision and the aim for their diff in processor time."""
SIZES = (1, 5, 10, 20, 50)
"""Millions of bytes of a made document, all of it reachable."""
REFUSED = 3
STATUSES = (0, 1, REFUSED)
"""Findings are no failure here, nor is a document that is refused, as one above the limit is."""


def main() -> None:
    """Prints three tables; the first needs upstream's documents."""
    with tempfile.TemporaryDirectory(prefix="nemogen-bench-") as name:
        folder = Path(name)
        real_pairs(folder)
        equal_documents(folder)
        made_documents(folder)


def real_pairs(folder: Path) -> None:
    """Pairs of upstream's revisions."""
    there = upstream()
    if there is None:
        return
    rows = []
    for base, revision, aim in PAIRS:
        paths = [there / API / f"{name}.json" for name in (base, revision)]
        usage = typical(rounds({"diff": partial(diff, folder, *paths)}, count=5)["diff"])
        size = f"{max(path.stat().st_size for path in paths) / 1000:.0f} KB"
        rows.append((f"{base} .. {revision}", size, *figures(usage), aim))
    table("diff, of real revisions", ("", "size", *HEADING, "aim (processor)"), rows)


def equal_documents(folder: Path) -> None:
    """A document and a copy of it, against the start of the command and one that hashes both."""
    made = make(folder, "base", 10)
    rows = []
    for path in (PIN, made):
        copy = folder / "copy.json"
        shutil.copyfile(path, copy)
        found = rounds(
            {
                "diff of equal bytes": partial(diff, folder, path, copy),
                "sha256sum": partial(run, ["sha256sum", str(path), str(copy)], folder),
                "nemogen --version": partial(run, [tool("nemogen"), "--version"], folder),
            },
            count=5,
        )
        size = f"{path.stat().st_size / 1000:.0f} KB"
        rows += [(f"{name}, {size}", *figures(typical(each))) for name, each in found.items()]
    table("diff, of equal bytes", ("", *HEADING), rows)


def made_documents(folder: Path) -> None:
    """Documents of which everything is reachable; one operation in ten is changed."""
    rows = []
    for size in SIZES:
        usage = diff(folder, *(make(folder, which, size) for which in ("base", "revision")))
        refused = ("refused: above the limit", "")
        growth = (seconds(usage.processor / size), times(usage.peak, size * 1_000_000))
        rows.append((f"{size} MB", *figures(usage), *(refused if usage.status == REFUSED else growth)))
    heading = ("made documents", *HEADING, "processor, by MB", "memory, to size")
    table("diff, by reachable size", heading, rows)


def make(folder: Path, which: str, size: int) -> Path:
    """A document of `size` million bytes: `which` is base or revision."""
    target = folder / f"{which}.json"
    command = [sys.executable, "-m", "tests.bench.made", str(target), str(size * 1_000_000), which]
    subprocess.run(command, cwd=ROOT, check=True)
    return target


def diff(folder: Path, base: Path, revision: Path) -> Usage:
    """The whole process."""
    return run([tool("nemogen"), "diff", str(base), str(revision)], folder, STATUSES)


HEADING = ("processor", "wall", "peak memory")


def figures(usage: Usage) -> tuple[str, str, str]:
    """The cells of one row."""
    return seconds(usage.processor), seconds(usage.wall), megabytes(usage.peak)


if __name__ == "__main__":
    main()
