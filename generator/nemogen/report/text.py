"""A report for a terminal. Lines do not depend on its width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.report.model import (
    NO_VERSION,
    OF_THE_SPEC,
    ApiReport,
    Report,
    State,
    Subject,
    Verdict,
    VersionStep,
    in_order,
)
from nemogen.report.next_step import next_step
from nemogen.report.tally import tally
from nemogen.report.used_at import NOT_USED, used_at
from nemogen.text_safety import clip, lines, plain

_SHOWN: Final = 20
_MESSAGE: Final = 500
_COLOUR: Final = re.compile(r"\x1b\[[0-9]*m")
_USES: Final = 3
_LOST: Final = "not in the client"
"""The heading of what the spec has and callers cannot use."""
_QUIET: Final = (Level.DOCS, Level.UNREACHABLE, Level.NOTE)

_RED, _GREEN, _YELLOW, _DIM, _BOLD = "31", "32", "33", "2", "1"
_LEVEL_COLOURS: Final = {Level.ERROR: _RED, Level.BREAKING: _RED, Level.RISKY: _YELLOW, Level.ADDITIVE: _GREEN}
_MARKS: Final = {_RED: "✗", _YELLOW: "!", _GREEN: "✓"}
"""Marks next to colours, for readers who cannot distinguish them."""
_CHANGE_COLOURS: Final = {State.BREAKING: _RED, State.RISKY: _YELLOW, State.ADDITIVE: _GREEN}
"""A change has the colour of its level, even if the command does not fail for it."""
_VERDICT_COLOURS: Final = {
    Verdict.CLEAN: _GREEN,
    Verdict.SKIPPED: _YELLOW,
    Verdict.DRIFTED: _RED,
    Verdict.AT_FAULT: _RED,
    Verdict.NOT_CHECKED: _YELLOW,
    Verdict.INTERNAL_ERROR: _RED,
}
_WORDS: Final = {
    Verdict.CLEAN: "ok",
    Verdict.SKIPPED: "with something skipped",
    Verdict.DRIFTED: "outdated or failed",
    Verdict.AT_FAULT: "with a fault in their input",
    Verdict.NOT_CHECKED: "not checked",
    Verdict.INTERNAL_ERROR: "with an internal error",
}
"""How many APIs have which verdict, in the last line."""


def render(report: Report, *, colour: bool = False, verbose: bool = False, width: int | None = None) -> str:
    """The report as lines of text. Short: 20 findings a level, prose and the like only counted, one location each.

    `width` is that of the terminal, at which lines are wrapped between words; None: they are not wrapped.
    """
    paint = _Paint(colour)
    blocks = ["\n".join(_api(report, api, paint, verbose)) for api in report.apis]
    if len(report.apis) != 1 and report.command != "doctor":  # its first entry is the environment
        blocks.append(_summary(report))
    if step := next_step(report):
        blocks.append(f"next: {plain(step)}")
    text = "\n\n".join(blocks) + "\n"
    return text if width is None else "".join(f"{wrap(line, width)}\n" for line in text.splitlines())


def wrap(line: str, width: int) -> str:
    """A line of a report, wrapped between words at `width` columns; colour codes take no column."""
    length = len(_COLOUR.sub("", line))
    if length <= width:
        return line
    indent = len(line) - len(line.lstrip()) + 2
    rows: list[str] = []
    row = ""
    for word in line.strip().split(" "):
        start = row or " " * (indent if rows else indent - 2)
        candidate = f"{start}{' ' if row else ''}{word}"
        if row and len(_COLOUR.sub("", candidate)) > width:
            rows.append(row)
            candidate = f"{' ' * indent}{word}"
        row = candidate
    return "\n".join([*rows, row])


class _Paint:
    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text

    def marked(self, text: str, code: str) -> str:
        """The text in a meaningful colour, with the mark of that colour; without colour, only the text."""
        return self(f"{_MARKS[code]} {text}" if self._colour and code in _MARKS else text, code)


def _api(report: Report, api: ApiReport, paint: _Paint, verbose: bool) -> Iterator[str]:
    version = f", {_step(api.version)}" if api.version else ""
    if heading := f"{plain(api.name)}{version}".removeprefix(", "):
        yield paint(heading, _BOLD)
    width = max((len(subject.name) for subject in api.subjects), default=0)
    for subject in api.subjects:
        yield "  " + _subject(report, subject, paint, width)
    for findings, of_the_spec in ((api.changes, False), (api.losses, True)):
        for level, group in groupby(findings, key=lambda finding: finding.level):
            if verbose or level not in _QUIET:
                yield ""
                heading = _LOST if of_the_spec and level is Level.RISKY else level
                yield "  " + paint.marked(heading, _LEVEL_COLOURS.get(level, _DIM))
                yield from _findings(tuple(group), paint, verbose, of_the_spec)
    yield from _left_unsaid(api, paint, verbose)
    for table in api.tables:
        yield ""
        yield from (f"  {line}" for line in lines(table.text).split("\n"))


def _step(version: VersionStep) -> str:
    before, after = plain(version.before), plain(version.after)
    return f"{after} (new)" if before == NO_VERSION else f"{before} -> {after}"


def _subject(report: Report, subject: Subject, paint: _Paint, width: int) -> str:
    verdict = report.verdict(subject)
    state = paint.marked(subject.state, _CHANGE_COLOURS.get(subject.state, _VERDICT_COLOURS[verdict]))
    counted = [each for each in subject.findings if subject.name not in OF_THE_SPEC or each.level is not Level.RISKY]
    why = "; ".join(filter(None, (clip(plain(subject.why), _MESSAGE), tally(counted))))
    return f"{plain(subject.name).ljust(width)}  {state}{f': {why}' if why else ''}"


def _findings(findings: tuple[Finding, ...], paint: _Paint, verbose: bool, of_the_spec: bool) -> Iterator[str]:
    shown = findings if verbose else findings[:_SHOWN]
    for finding in shown:
        yield from _finding(finding, paint, verbose, of_the_spec)
    if len(shown) < len(findings):
        yield f"    … and {len(findings) - len(shown)} more: --verbose shows them"


def _finding(finding: Finding, paint: _Paint, verbose: bool, of_the_spec: bool = False) -> Iterator[str]:
    operation = f"{plain(finding.operation)}: " if finding.operation else ""
    message = plain(finding.message) if verbose else clip(plain(finding.message), _MESSAGE)
    yield f"    {operation}{message} {paint(f'[{plain(finding.shown_id)}]', _DIM)}"
    if used := used_at(finding, None if verbose else _USES, plain):
        yield f"      {paint(used, _BOLD if used != NOT_USED else _DIM)}"
    if verbose:
        yield from (f"      {paint(line, _DIM)}" for line in _all_places(finding))
        if finding.can_be_approved and not of_the_spec:
            yield f"      {paint(f'fingerprint: {finding.fingerprint}', _DIM)}"
    elif where := _first_place(finding):
        yield f"      {paint(where, _DIM)}"
    if finding.help:
        yield f"      help: {plain(finding.help) if verbose else clip(plain(finding.help), _MESSAGE)}"


def _first_place(finding: Finding) -> str:
    location = finding.shown_at
    more = f" and {finding.count - 1} more" if finding.count > 1 else ""
    at = "" if location is None else plain(str(location)) if finding.level is Level.ERROR else _at(location)
    return f"{at}{more}" if location else more.removeprefix(" and ")


def _all_places(finding: Finding) -> Iterator[str]:
    if finding.base:
        yield f"base: {plain(str(finding.base))}"
    if finding.revision:
        yield f"revision: {plain(str(finding.revision))}"
    yield from (f"also: {plain(str(location))}" for location in finding.locations)


def _at(location: Location) -> str:
    return plain(
        str(location if location.line is None else Location(location.file, "", location.line, location.column))
    )


def _left_unsaid(api: ApiReport, paint: _Paint, verbose: bool) -> Iterator[str]:
    quiet = [finding for finding in api.findings if finding.level in _QUIET]
    if quiet and not verbose:
        yield ""
        yield "  " + paint(f"{tally(quiet)}: --verbose shows {'it' if len(quiet) == 1 else 'them'}", _DIM)
    accepted = in_order(finding for subject in api.subjects for finding in subject.accepted)
    if accepted:
        yield ""
        yield "  " + paint(f"accepted by approvals: {tally(accepted)}", _DIM)
        if verbose:
            yield from (line for finding in accepted for line in _finding(finding, paint, verbose))


def _summary(report: Report) -> str:
    verdicts = [report.api_verdict(api) for api in report.apis]
    counts = [f"{verdicts.count(verdict)} {_WORDS[verdict]}" for verdict in Verdict if verdict in verdicts]
    return f"{len(verdicts)} APIs: {', '.join(counts)}"
