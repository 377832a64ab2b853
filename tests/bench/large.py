"""The part of `make bench` about large documents: `generate` of public ones, `diff` of real and of made ones.

Seconds of different machines do not compare. Where a goal was set in seconds, both engines took 2.0 s on the document
of this project, one after the other: it is printed as so many times what they take now.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

from tests.bench.diff import PAIRS, diff, make
from tests.bench.measure import Usage, judged, megabytes, run, say, seconds, table, tool, upstream
from tests.bench.projects import API

DOCUMENTS: Final = "NEMOGEN_DOCUMENTS"
GENERATED: Final = (("openai.yaml", 10, 250e6), ("github.json", None, None))
"""Names below the folder `large` of the documents, with the goals: seconds, where both engines take 2.0, and bytes."""
ENGINES: Final = 2.0
MADE: Final = 50
"""Millions of bytes of a made document."""
MOST_BY_BYTE: Final = 40
HEADING: Final = ("", "processor", "wall", "peak memory")


def large_documents(folder: Path, engines: float) -> None:
    """Prints two tables; `engines` is what both of them took, in seconds of processor time."""
    rows: list[tuple[str, ...]] = []
    goals: list[tuple[str, ...]] = []
    for name, most, peak in GENERATED:
        if (usage := generated(folder, name)) is None:
            continue
        rows.append(figures(f"generate, {name}", usage))
        if most is not None and peak is not None:
            goals.append((f"generate, {name}, to both engines", *judged(usage.processor / engines, most / ENGINES)))
            goals.append((f"generate, {name}, peak memory", *judged(usage.peak / 1e6, peak / 1e6, " MB")))
    if (there := upstream()) is not None:
        base, revision, _ = PAIRS[-1]
        usage = diff(folder, *(there / API / f"{each}.json" for each in (base, revision)))
        rows.append(figures("diff, 1.8 MB", usage))
    made = diff(folder, *(make(folder, each, MADE) for each in ("base", "revision")))
    rows.append(figures(f"diff, made documents of {MADE} MB", made))
    goals.append(("bytes of memory for each of them", *judged(made.peak / (MADE * 1e6), MOST_BY_BYTE, "")))
    table("large documents, one run each", HEADING, rows)
    table("goals", ("", "measured", "goal", ""), goals)


def generated(folder: Path, name: str) -> Usage | None:
    """A first generation of a public document; None where it is not at hand."""
    document = Path(os.environ.get(DOCUMENTS, ""), "large", name).resolve()
    if not document.is_file():
        say(f"({DOCUMENTS} has no large/{name}: it is left out)")
        return None
    with tempfile.TemporaryDirectory(dir=folder) as project:
        specs = Path(project, "specs", "sample")
        specs.mkdir(parents=True)
        shutil.copyfile(document, specs / f"openapi{document.suffix}")
        (specs / "api.toml").write_text(f'[source]\nfile = "openapi{document.suffix}"\n')
        return run([tool("nemogen"), "generate", "--quiet"], Path(project), (0, 1))


def figures(name: str, usage: Usage) -> tuple[str, ...]:
    """One row."""
    return name, seconds(usage.processor), seconds(usage.wall), megabytes(usage.peak)
