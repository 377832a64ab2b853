"""A report as workflow commands of GitHub Actions, which become line annotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.report.model import ApiReport, Report, Subject, Verdict
from nemogen.text_safety import clip, in_annotation, in_property, plain

_COMMANDS: Final = {Level.ERROR: "error", Level.BREAKING: "error", Level.RISKY: "warning"}
_QUIET: Final = (Level.DOCS, Level.UNREACHABLE, Level.NOTE)
_MESSAGE: Final = 1_000


def render(report: Report, *, verbose: bool = False) -> str:
    """One `::error|warning|notice …::` line per finding, worst first: GitHub keeps ten of each kind per step.

    Prose and unreachable changes only when `verbose`. A subject that is not clean and has no finding gets a line too.
    """
    return "".join(f"{line}\n" for api in report.apis for line in _api(report, api, verbose))


def _api(report: Report, api: ApiReport, verbose: bool) -> Iterator[str]:
    for subject in api.subjects:
        if report.verdict(subject) is not Verdict.CLEAN and not subject.findings:
            yield _subject(report, api, subject)
    for finding in api.findings:
        if verbose or finding.level not in _QUIET:
            yield _finding(api, finding)


def _subject(report: Report, api: ApiReport, subject: Subject) -> str:
    command = "notice" if report.verdict(subject) is Verdict.SKIPPED else "error"
    message = ": ".join(filter(None, (api.name, subject.name, subject.state, subject.why)))
    return _command(command, {"title": f"{subject.name} {subject.state}"}, message)


def _finding(api: ApiReport, finding: Finding) -> str:
    more = f" (and {finding.count - 1} more locations)" if finding.count > 1 else ""
    message = ": ".join(filter(None, (api.name, finding.operation, finding.advice)))
    properties = {"title": finding.shown_id, **_place(*finding.openable_sides)}
    return _command(_COMMANDS.get(finding.level, "notice"), properties, clip(plain(message), _MESSAGE) + more)


def _place(*places: Location) -> dict[str, str]:
    """File, line and column of the first location in the repository; remote files and base revisions are not."""
    found = (place for place in places if "://" not in place.file)
    place = next(found, None)
    if place is None:
        return {}
    numbers = {"line": place.line, "col": place.column}
    return {"file": place.file} | {name: str(number) for name, number in numbers.items() if number is not None}


def _command(name: str, properties: dict[str, str], message: str) -> str:
    fields = ",".join(f"{key}={in_property(value)}" for key, value in properties.items())
    return f"::{name} {fields}::{in_annotation(message)}"
