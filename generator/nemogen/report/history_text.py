"""A history as a table for a terminal, oldest first. Lines do not depend on the terminal's width."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from nemogen.findings import Level
from nemogen.report.history import History, Row, change, describe_finding, headline, short_date, totals
from nemogen.report.model import State, in_order
from nemogen.text_safety import clip, plain

_HEADLINE: Final = 140
_RED, _GREEN, _YELLOW, _BLUE, _DIM, _BOLD = "31", "32", "33", "34", "2", "1"
_COLOURS: Final = {
    Level.ERROR: _RED,
    Level.BREAKING: _RED,
    Level.RISKY: _YELLOW,
    Level.ADDITIVE: _GREEN,
    Level.DOCS: _BLUE,
}
_REPLAYED: Final = (("generated", "generates"), ("imports", "imports"), ("types", "types"), ("recordings", "records"))
_WORDS: Final = {
    None: "-",
    State.SKIPPED: "-",
    State.DONE: "yes",
    State.UP_TO_DATE: "yes",
    State.OK: "ok",
    State.NOT_CHECKED: "?",
}


_NUMBERS: Final = 2
"""The column that is aligned to the right."""

_Paint = Callable[[str, str], str]


def render(history: History, *, colour: bool = False, verbose: bool = False) -> str:
    """The table; `verbose` adds all findings below each revision."""

    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour else text

    lines = [paint(plain(history.api), _BOLD) + paint(f"  {plain(history.source)}", _DIM)]
    lines += _table(history, paint, verbose)
    lines += ["", totals(history)]
    if history.incomplete:
        lines.append(paint(f"There may be more revisions: {plain(history.incomplete)}", _YELLOW))
    return "\n".join(lines) + "\n"


def _table(history: History, paint: _Paint, verbose: bool) -> Iterator[str]:
    replays = any(row.replay for row in history.rows)
    releases = any(row.version for row in history.rows)
    more = (*(word for _, word in _REPLAYED if replays), *(("package",) if releases else ()))
    heads = ("date", "commit", "KB", "change", *more, "what")
    table = [_cells(row, replays, releases) for row in history.rows]
    widths = [max(map(len, column)) for column in zip(heads, *table, strict=True)]
    yield paint(_line(_padded(heads, widths)), _DIM)
    for row, cells in zip(history.rows, table, strict=True):
        padded = _padded(cells, widths)
        padded[3] = paint(padded[3], _COLOURS.get(row.level or Level.NOTE, _DIM))
        yield _line(padded)
        if verbose:
            yield from (paint(line, _DIM) for line in _details(row))


def _cells(row: Row, replays: bool, releases: bool) -> tuple[str, ...]:
    size = "" if row.size is None else f"{row.size / 1000:,.1f}"
    states = (row.replay.state(name) if row.replay else None for name, _ in _REPLAYED if replays)
    replayed = tuple("-" if state is None else _WORDS.get(state, "NO") for state in states)
    version = (plain(row.version or ""),) if releases else ()
    what = clip(headline(row), _HEADLINE)
    return short_date(row.date), plain(row.commit[:8]), size, change(row), *replayed, *version, what


def _padded(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    pairs = enumerate(zip(cells, widths, strict=True))
    return [text.rjust(width) if at == _NUMBERS else text.ljust(width) for at, (text, width) in pairs]


def _line(cells: Sequence[str]) -> str:
    return "  ".join(cells).rstrip()


def _details(row: Row) -> Iterator[str]:
    subjects = row.replay.subjects if row.replay else ()
    if row.python_unknown:
        yield f"    Python side: not examined: {clip(plain(row.python_unknown), 200)}"
    for finding in (*row.faults, *in_order(row.changes or ())):
        yield f"    {finding.level}: {plain(describe_finding(finding))} [{plain(finding.shown_id)}]"
    for subject in subjects:
        why = f": {clip(plain(subject.why), 200)}" if subject.why else ""
        yield f"    {plain(subject.name)} {subject.state}{why}"
