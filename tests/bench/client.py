"""`make bench-client`: the generated client against other SDKs and against HTTP by hand, on a loopback server.

`python -m tests.bench.client PYTHON`: the interpreter of an environment that has the others.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from statistics import median
from typing import Final

from tests.bench.measure import megabytes, rounds, say, seconds, table, times
from tests.bench.projects import API, ROOT

HERE: Final = ROOT / "tests" / "bench"
OURS, AIOHTTP, OPENAI, MISTRALAI = "mistral_nemo", "mistral_nemo[aiohttp]", "openai", "mistralai"
HTTPX2, BY_HAND = "httpx2", "httpx2+pydantic"
ALL: Final = (OURS, OPENAI, MISTRALAI, HTTPX2, BY_HAND)
ASYNC: Final = (OURS, AIOHTTP, OPENAI, MISTRALAI, HTTPX2, BY_HAND)


@dataclass(frozen=True, slots=True)
class Row:
    """One scenario: who takes part, which figure is shown, and the aims: (who, against whom, at most)."""

    title: str
    scenario: str
    contestants: tuple[str, ...]
    aims: tuple[tuple[str, str, float], ...] = ()
    figure: str = "processor"


ROWS: Final = (
    Row("import", "importing", ALL, ((OURS, OPENAI, 0.10),)),
    Row("to the first answer", "first", ALL, ((OURS, OPENAI, 0.35),)),
    Row("a completion", "one", ALL, ((OURS, OPENAI, 0.22), (OURS, HTTPX2, 1.0))),
    Row("a completion, async", "one_async", ASYNC, ((OURS, OPENAI, 0.4), (AIOHTTP, OPENAI, 0.2))),
    Row("a completion, 100 messages", "hundred", ALL, ((OURS, OPENAI, 0.06), (OURS, HTTPX2, 1.2))),
    Row("a chunk", "chunk", ALL, ((OURS, OPENAI, 0.14), (OURS, BY_HAND, 1.05))),
    Row("a chunk, async", "chunk_async", ASYNC, ((OURS, BY_HAND, 1.05), (AIOHTTP, OPENAI, 0.06))),
    Row("a completion, 50 threads", "in_50_threads", ALL, ((OURS, OPENAI, 0.45),)),
    Row("a completion, 100 threads", "in_100_threads", ALL, ((OURS, OPENAI, 0.45),)),
    Row("a completion, 50 tasks", "in_50_tasks", ASYNC, ((OURS, OPENAI, 0.45), (AIOHTTP, OPENAI, 0.25))),
    Row("a completion, 100 tasks", "in_100_tasks", ASYNC, ((OURS, OPENAI, 0.45), (AIOHTTP, OPENAI, 0.25))),
    Row("memory after the first answer", "first", ALL, ((OURS, OPENAI, 0.65),), "memory"),
    Row("left by 1,000 clients, used once", "clients", (OURS,), (), "memory"),
    Row("a client made, used once and closed", "clients", (OURS,)),
)
COUNT: Final = 3


def main(python: str) -> None:
    """Prints the versions, the figures and the ratios against the aims."""
    say(versions(python))
    with server() as url:
        found = {scenario: measured(python, scenario, url) for scenario in dict.fromkeys(row.scenario for row in ROWS)}
    cells = []
    for row in ROWS:
        show = megabytes if row.figure == "memory" else seconds
        figures = {name: typical(found[row.scenario][name], row.figure) for name in row.contestants}
        cells.append((row.title, *(show(figures[name]) if name in figures else "" for name in ASYNC)))
    table("processor time, and memory where it says so", ("", *ASYNC), cells)
    table("against the aims", ("", "who", "against", "ratio", "aim", ""), list(verdicts(found)))


def measured(python: str, scenario: str, url: str) -> dict[str, list[dict[str, float]]]:
    """The figures of all rounds, by contestant."""
    names = next(row.contestants for row in ROWS if row.scenario == scenario)
    return rounds({name: partial(measure, python, name, scenario, url) for name in names}, COUNT)


def measure(python: str, name: str, scenario: str, url: str) -> dict[str, float]:
    """One contestant in one scenario."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(ROOT / "generated" / API / "src")
    command = [python, str(HERE / "contestants.py"), name, scenario, url]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        sys.exit(f"{name}, {scenario}: {done.stderr}")
    result: dict[str, float] = json.loads(done.stdout)
    return result


def typical(figures: list[dict[str, float]], which: str) -> float:
    """The median of one figure."""
    return median(figure[which] for figure in figures)


def verdicts(found: dict[str, dict[str, list[dict[str, float]]]]) -> Iterator[tuple[str, ...]]:
    """A row for each aim."""
    for row in ROWS:
        for who, against, most in row.aims:
            ours, theirs = (typical(found[row.scenario][name], row.figure) for name in (who, against))
            verdict = "met" if ours <= most * theirs else "missed"
            yield row.title, who, against, times(ours, theirs), f"{most:g} x", verdict
    left = typical(found["clients"][OURS], "memory")
    yield "left by 1,000 clients, used once", OURS, "", megabytes(left), "1 MB", "met" if left < 1e6 else "missed"


def versions(python: str) -> str:
    """What takes part."""
    names = ("openai", "mistralai", "httpx2", "pydantic", "aiohttp")
    code = f"from importlib.metadata import version; print(*(f'{{n}} {{version(n)}}' for n in {names}), sep=', ')"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return f"Python {sys.version.split()[0]}, {done.stdout.strip()}; medians of {COUNT}"


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server in a process of its own."""
    command = [sys.executable, str(HERE / "server.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()


if __name__ == "__main__":
    main(sys.argv[1])
