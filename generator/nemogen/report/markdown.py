"""A report as GitHub Flavored Markdown: the body of a pull request, a step summary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from nemogen.findings import Finding, Level
from nemogen.report.model import ApiReport, Report, Subject, Table, Verdict, in_order
from nemogen.report.tally import tally
from nemogen.report.used_at import used_at
from nemogen.text_safety import clip, in_code_span, in_markdown, lines, prose_in_markdown

PULL_REQUEST_LIMIT: Final = 60_000
"""Characters. GitHub refuses bodies over 65,536; the rest is room for lines that others add."""

STEP_SUMMARY_LIMIT: Final = 1_000_000
"""Characters. GitHub drops a step summary over 1 MiB, so this holds for text that is mostly ASCII."""

_SHOWN: Final = (100, 30, 10, 3, 0)
_MESSAGE: Final = 500
_USES: Final = 3
_COUNTED: Final = re.compile(r"\d+ operations")
_FOLDED: Final = (Level.DOCS, Level.UNREACHABLE, Level.NOTE)


def render(report: Report, *, verbose: bool = False, limit: int = PULL_REQUEST_LIMIT) -> str:
    """The report in at most `limit` characters, with as many findings of each level as fit.

    Prose and unreachable changes are folded, or unfolded when `verbose`. Text of a document is escaped: it creates no
    link, no HTML, no mention of a person, no reference to an issue.
    """
    for shown in _SHOWN:
        text = "\n".join(_lines(report, shown, verbose)).strip() + "\n"
        if len(text) <= limit:
            return text
    return _cut(text, limit)


def _lines(report: Report, shown: int, verbose: bool) -> Iterator[str]:
    for api in report.apis:
        yield from _heading(api)
        yield from ("| | | |", "|---|---|---|")
        yield from (_row(report, subject) for subject in api.subjects)
        yield ""
        for level, group in groupby(api.findings, key=lambda finding: finding.level):
            yield from _group(level, tuple(group), shown, folded=level in _FOLDED and not verbose)
        accepted = in_order(finding for subject in api.subjects for finding in subject.accepted)
        if accepted:
            yield from _fold(f"accepted by approvals: {tally(accepted)}", accepted, shown)
        for table in api.tables if shown else ():
            yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    """Verbatim, in a code block that its content cannot end."""
    shown = lines(table.text).split("\n")
    fence = "`" * max(3, 1 + max(len(run) for run in re.findall("`*", table.text)))
    yield from (f"<details><summary>{in_markdown(table.name)}</summary>", "")
    yield from (fence, *shown, fence, "", "</details>", "")


def _heading(api: ApiReport) -> Iterator[str]:
    version = f"{in_markdown(api.version.before)} → {in_markdown(api.version.after)}" if api.version else ""
    if title := ", ".join(filter(None, (in_markdown(api.name), version))):
        yield from (f"### {title}", "")


def _row(report: Report, subject: Subject) -> str:
    state = subject.state if report.verdict(subject) is Verdict.CLEAN else f"**{subject.state}**"
    why = "; ".join(filter(None, (in_markdown(clip(subject.why, _MESSAGE)), tally(subject.findings))))
    return f"| {in_markdown(subject.name)} | {state} | {why} |"


def _group(level: Level, findings: tuple[Finding, ...], shown: int, *, folded: bool) -> Iterator[str]:
    if folded:
        yield from _fold(tally(findings), findings, shown)
    else:
        yield from (f"#### {level.capitalize()} ({len(findings)})", "")
        yield from _items(findings, shown)
        yield ""


def _fold(summary: str, findings: tuple[Finding, ...], shown: int) -> Iterator[str]:
    yield from (f"<details><summary>{summary}</summary>", "")
    yield from _items(findings, shown)
    yield from ("", "</details>", "")


def _items(findings: tuple[Finding, ...], shown: int) -> Iterator[str]:
    for finding in findings[:shown]:
        operation = f"{_operation(finding.operation)}: " if finding.operation else ""
        yield f"- {operation}{prose_in_markdown(clip(finding.advice, _MESSAGE))}<br>{' '.join(_details(finding))}"
    if len(findings) > shown:
        yield f"- … and {len(findings) - shown} more" if shown else f"- {len(findings)} in all"


def _details(finding: Finding) -> Iterator[str]:
    yield in_code_span(finding.shown_id)
    if place := finding.shown_at:
        spot = place.file if place.line is None else f"{place.file}:{place.line}:{place.column or 1}"
        yield f"at {in_code_span(clip(spot, _MESSAGE))}"
    if finding.count > 1:
        yield f"and {finding.count - 1} more"
    if used := used_at(finding, _USES, in_code_span):
        yield f"; {used}"


def _cut(text: str, limit: int) -> str:
    """Whole lines from the start: without findings, the text has no element left open."""
    ending = "\n\n… and more: the report is too long to show here.\n"
    return text[: max(0, text.rfind("\n", 0, limit - len(ending)))] + ending


def _operation(text: str) -> str:
    """The operations of a finding, or how many they are."""
    return text if _COUNTED.fullmatch(text) else in_code_span(text)
