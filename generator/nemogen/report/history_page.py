"""A history as a page: one HTML file, readable without network or scripts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib import resources
from itertools import groupby, pairwise
from typing import Final

from nemogen.findings import Finding, Level
from nemogen.light_dataclasses import dataclass
from nemogen.report.code_spans import Span, code_spans
from nemogen.report.history import Content, History, Row, change, headline, short_date, totals
from nemogen.report.history_chart import draw
from nemogen.report.model import State, Subject, in_order
from nemogen.text_safety import clip, plain

_MOST: Final = 200
"""Findings of one level in one revision; the JSON document has them all."""

_LANES: Final = (
    *("error", "breaking", "risky", "additive", "docs", "unreachable", "same", "first", ""),
    *(each for each in Content if each is not Content.DOCUMENT),
)
_GOOD: Final = (State.DONE, State.UP_TO_DATE, State.OK)


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding in words; `places` is the number of locations, if more than one."""

    spans: tuple[Span, ...]
    operation: str
    rule: str
    places: str


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one level; `more` counts those that are not shown."""

    level: str
    shown: tuple[ShownFinding, ...]
    more: int = 0

    @property
    def count(self) -> int:
        return len(self.shown) + self.more


@dataclass(frozen=True, slots=True)
class Check:
    """A subject of a replay: `mark` is good, bad or neutral."""

    name: str
    state: str
    mark: str
    why: str
    shown: tuple[ShownFinding, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One revision as shown: everything is already text."""

    anchor: str
    date: str
    commit: str
    url: str
    path: str
    moved_from: str
    size: str
    delta: str
    change: str
    headline: str
    groups: tuple[Group, ...]
    checks: tuple[Check, ...]
    replayed: str
    works: bool
    version: str
    released: str
    unknown: str
    unused: int


def render(history: History) -> str:
    """The page, in UTF-8. Text of documents is escaped, and the page's own policy blocks the network."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FunctionLoader(_part), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    style, script = _part("history.css"), _part("history.js")
    entries = tuple(_entries(history))
    return environment.get_template("history.html.jinja").render(
        api=plain(history.api),
        source=plain(history.source),
        incomplete=plain(history.incomplete),
        facts=tuple(_facts(history)),
        totals=totals(history),
        chart=draw(history.rows, _LANES, [entry.change for entry in entries]),
        entries=entries,
        lanes=tuple((lane, sum(entry.change == lane for entry in entries)) for lane in _LANES),
        # Only this is known to be ours: everything else is escaped.
        style=Markup(style),
        script=Markup(script),
        policy=f"default-src 'none'; img-src data:; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'",
    )


def _part(name: str) -> str:
    return resources.files("nemogen.report").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """The source expression of Content Security Policy Level 3 that allows just this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _facts(history: History) -> Iterator[tuple[str, str]]:
    rows = history.rows
    dates = [row.date for row in rows if row.date]
    sizes = [row.document_size for row in rows if row.document_size is not None]
    yield "Revisions", str(len(rows))
    if dates:
        yield "Period (UTC)", f"{min(dates):%Y-%m-%d} – {max(dates):%Y-%m-%d}"
    if sizes:
        yield "Size now", f"{_kilobytes(sizes[-1])} KB"
        yield "Largest", f"{_kilobytes(max(sizes))} KB"
    yield "Breaking", str(sum(row.level is Level.BREAKING for row in rows if row.content is Content.DOCUMENT))
    replays = [row.replay for row in rows if row.replay]
    if replays:
        yield "Packages that work", f"{sum(not each.failed for each in replays)} of {len(replays)}"


def _entries(history: History) -> Iterator[Entry]:
    sizes = [None, *(row.size for row in history.rows)]
    for at, (row, (before, now)) in enumerate(zip(history.rows, pairwise(sizes), strict=True)):
        replay = row.replay
        yield Entry(
            anchor=f"revision-{at + 1}",
            date=short_date(row.date),
            commit=plain(row.commit[:8]),
            url=f"{history.commit_url}{row.commit}" if history.commit_url else "",
            path=plain(row.path),
            moved_from=plain(row.moved_from or ""),
            size="" if now is None else _kilobytes(now),
            delta="" if before is None or now is None else _difference(now - before),
            change=change(row),
            headline=clip(headline(row).replace("`", ""), 400),
            groups=tuple(_groups(row)),
            checks=tuple(_check(subject) for subject in replay.subjects) if replay else (),
            replayed=_replayed(row),
            works=replay is not None and not replay.failed,
            version=(replay.version or "") if replay else "",
            released=plain(row.version or ""),
            unknown=clip(plain(row.python_unknown), 300),
            unused=replay.unused if replay else 0,
        )


def _replayed(row: Row) -> str:
    """The replay in brief: the package's version, or the first problem with it."""
    if row.replay is None:
        return ""
    return row.replay.failed[0].name if row.replay.failed else row.replay.version or ""


def _groups(row: Row) -> Iterator[Group]:
    if row.faults:
        yield Group("in this document", tuple(_shown_finding(fault) for fault in row.faults))
    for level, findings in groupby(in_order(row.changes or ()), key=lambda finding: finding.level):
        shown = [_shown_finding(finding) for finding in findings]
        yield Group(level, tuple(shown[:_MOST]), len(shown[_MOST:]))


def _check(subject: Subject) -> Check:
    is_bad = subject.name != "source" and subject.state is not State.SKIPPED
    mark = "good" if subject.state in _GOOD else "bad" if is_bad else "neutral"
    errors = [_shown_finding(finding) for finding in subject.findings if finding.level in (Level.ERROR, Level.BREAKING)]
    state = "yes" if mark == "good" else subject.state
    return Check(subject.name, state, mark, clip(plain(subject.why), 300), tuple(errors[:12]), len(errors[12:]))


def _shown_finding(finding: Finding) -> ShownFinding:
    places = f"{finding.count} locations" if finding.count > 1 else ""
    return ShownFinding(code_spans(plain(finding.message)), plain(finding.operation), plain(finding.shown_id), places)


def _kilobytes(size: int) -> str:
    return f"{size / 1000:,.1f}"


def _difference(size: int) -> str:
    """With a minus sign as wide as a digit."""
    return f"{'+' if size > 0 else '−'}{_kilobytes(abs(size))}" if size else "±0.0"
