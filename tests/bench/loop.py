"""`make bench`: the whole `generate` against the two engines run by hand, `check` against a bare start of Python."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import venv
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.large import large_documents
from tests.bench.measure import (
    Usage,
    judged,
    megabytes,
    rounds,
    run,
    say,
    seconds,
    table,
    times,
    tool,
    typical,
    upstream,
)
from tests.bench.projects import API, PIN, copy_project, new_project

LARGE = 1_500_000
"""Bytes from which a revision counts as large."""
OPENAPI = ("swagger", "openapi")


def main() -> None:
    """Prints the tables; some need upstream's documents, or public ones."""
    with tempfile.TemporaryDirectory(prefix="nemogen-bench-") as name:
        folder = Path(name)
        engines = generate_against_engines(folder)
        check_against_python(folder)
        generate_by_size(folder)
        large_documents(folder, engines)


def generate_against_engines(folder: Path) -> float:
    """The engines see the document as they accept it, one after the other, as one runs them by hand.

    Returns what they took together, in seconds of processor time.
    """
    document = folder / "accepted.json"
    document.write_text(json.dumps(accepted(json.loads(PIN.read_bytes()))))
    client = [tool("openapi-python-client"), "generate", "--path", str(document), "--output-path"]
    models = [tool("datamodel-codegen"), "--input", str(document), "--input-file-type", "openapi"]
    models += ["--openapi-scopes", "paths", "--output-model-type", "pydantic_v2.BaseModel", "--output", "models.py"]
    found = rounds(
        {
            "openapi-python-client": partial(in_new, folder, lambda at: run([*client, str(at / "client")], at)),
            "datamodel-code-generator": partial(in_new, folder, partial(run, models)),
            "nemogen generate": partial(in_new, folder, generated),
        },
        count=5,
    )
    usages = {name: typical(each) for name, each in found.items()}
    ours = usages.pop("nemogen generate")
    naive = Usage(
        processor=sum(each.processor for each in usages.values()),
        wall=sum(each.wall for each in usages.values()),
        peak=max(each.peak for each in usages.values()),
    )
    rows = [figures(name, each) for name, each in usages.items()]
    rows += [figures("both, one after the other", naive), figures("nemogen generate", ours)]
    rows += [("ratio", *ratios(ours, naive))]
    table(f"generate, on the pin of {API} ({PIN.stat().st_size / 1000:.0f} KB)", HEADING, rows)
    goals = [
        ("generate, processor time of both engines", *judged(ours.processor / naive.processor, 0.5)),
        ("generate, wall time of both engines", *judged(ours.wall / naive.wall, 0.35)),
    ]
    table("goals", GOALS, goals)
    return naive.processor


def accepted(document: Any) -> Any:
    """The document as openapi-python-client takes it: every response has its description."""
    for item in document["paths"].values():
        for operation in item.values():
            for response in operation["responses"].values() if isinstance(operation, dict) else ():
                response.setdefault("description", "")
    return document


def generated(folder: Path) -> Usage:
    """A first generation: neither package nor lock are there."""
    project = copy_project(folder / "project")
    shutil.rmtree(project / "generated")
    (project / "specs" / API / "lock.json").unlink()
    return run([tool("nemogen"), "generate", API], project)


def check_against_python(folder: Path) -> None:
    """What only looks: `--version`, `--help`, `check`; `generate` and `sync` from the pin with nothing changed."""
    project = copy_project(folder / "checked")
    run([tool("nemogen"), "sync", "--offline", "--no-commit", API], project)
    venv.create(folder / "bare", with_pip=False)
    bare, nemogen = str(folder / "bare" / "bin" / "python"), tool("nemogen")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "the same, in an empty environment": [bare, "-c", "pass"],
        "nemogen --version": [nemogen, "--version"],
        "nemogen --help": [nemogen, "--help"],
        "nemogen check --offline": [nemogen, "check", "--offline"],
        "nemogen generate": [nemogen, "generate"],
        "nemogen sync --offline --no-commit": [nemogen, "sync", "--offline", "--no-commit"],
    }
    found = rounds({name: partial(run, command, project) for name, command in commands.items()}, count=15)
    usages = {name: typical(each) for name, each in found.items()}
    python, check = usages["python -c pass"], usages["nemogen check --offline"]
    rows = [
        (*figures(name, each), times(each.processor, python.processor), times(each.processor, check.processor))
        for name, each in usages.items()
    ]
    heading = (*HEADING, "to the first", "to check")
    table("nothing changed", heading, rows)
    goals = [
        (f"nemogen {name}, to python -c pass", *judged(usages[f"nemogen {name}"].processor / python.processor, goal))
        for name, goal in (("--version", 2.5), ("--help", 2.5), ("check --offline", 4))
    ]
    goals += [
        (f"nemogen {name}, to check", *judged(usages[f"nemogen {name}"].processor / check.processor, 1.2))
        for name in ("generate", "sync --offline --no-commit")
    ]
    table("goals", GOALS, goals)


def generate_by_size(folder: Path) -> None:
    """Revisions of 1.8 MB, of which the operation uses little, against the newest one."""
    there = upstream()
    if there is None:
        return
    revisions = sorted((there / API).glob("*.json"))
    small, large = revisions[-1], [path for path in revisions if path.stat().st_size > LARGE]
    measures: dict[str, Callable[[], Usage]] = {
        path.stem: partial(in_new, folder, partial(generated_anew, path)) for path in (small, *large)
    }
    usages = {name: typical(each) for name, each in rounds(measures, count=3).items()}
    base = usages[small.stem]
    rows = [
        (f"{path.stem} ({path.stat().st_size / 1000:.0f} KB)", *row[1:], times(each.processor, base.processor),
         times(each.wall, base.wall))
        for path, (name, each) in zip((small, *large), usages.items(), strict=True)
        for row in [figures(name, each)]
    ]  # fmt: skip
    heading = (*HEADING, "ratio (processor)", "ratio (wall)")
    table("generate, by size (aims: 2.5 x, 300 MB)", heading, rows)


def generated_anew(document: Path, folder: Path) -> Usage:
    """A first generation of a project that has nothing but this pin."""
    return run([tool("nemogen"), "generate"], new_project(folder / "project", document))


def in_new(folder: Path, measure: Callable[[Path], Usage]) -> Usage:
    """Measures in a folder of its own, and removes it."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        return measure(Path(name))


GOALS = ("", "measured", "goal", "")
HEADING = ("", "processor", "wall", "peak memory")


def figures(name: str, usage: Usage) -> tuple[str, str, str, str]:
    """One row."""
    return name, seconds(usage.processor), seconds(usage.wall), megabytes(usage.peak)


def ratios(ours: Usage, theirs: Usage) -> tuple[str, str, str]:
    """The cells of a row of ratios."""
    return (
        times(ours.processor, theirs.processor),
        times(ours.wall, theirs.wall),
        times(ours.peak, theirs.peak),
    )


if __name__ == "__main__":
    say(f"Python {sys.version.split()[0]}; medians; processor time and peak memory with children")
    main()
