"""Reports of every command, in every format: `render(report, format)`."""

from __future__ import annotations

import enum

from nemogen.errors import NemogenError
from nemogen.report.model import (
    ApiReport,
    Report,
    State,
    Subject,
    Verdict,
    VersionStep,
    complete,
    exit_status,
    state_of,
    subject_of_error,
)

__all__ = [
    "ApiReport",
    "Format",
    "Report",
    "State",
    "Subject",
    "Verdict",
    "VersionStep",
    "exit_status",
    "render",
    "report_of_error",
    "state_of",
    "subject_of_error",
]


class Format(enum.StrEnum):
    """The values of `--format`."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    GITHUB = "github"
    GITHUB_MATRIX = "github-matrix"
    HTML = "html"
    SARIF = "sarif"
    JUNIT = "junit"


def report_of_error(command: str, error: NemogenError) -> Report:
    """The report of a command that failed before it checked any API."""
    return Report(command, (ApiReport("", (subject_of_error(command, error),)),))


def render(
    report: Report, form: Format, *, colour: bool = False, verbose: bool = False, width: int | None = None
) -> str:
    """The report in one format, ended by a line feed unless empty.

    `colour` and `width` (None: lines are not wrapped) apply only to text, `verbose` to text, Markdown and
    annotations; the others always contain everything.
    """
    # Each format is imported on demand: XML and URIs cost start-up time that most runs do not need.
    if form is Format.GITHUB_MATRIX:
        from nemogen.report import github_outputs

        return github_outputs.matrix(report)
    report = complete(report)
    match form:
        case Format.TEXT:
            from nemogen.report import text

            return text.render(report, colour=colour, verbose=verbose, width=width)
        case Format.JSON:
            from nemogen.report import json_report

            return json_report.render(report)
        case Format.MARKDOWN:
            from nemogen.report import markdown

            return markdown.render(report, verbose=verbose)
        case Format.GITHUB:
            from nemogen.report import github

            return github.render(report, verbose=verbose)
        case Format.HTML:
            from nemogen.report import html_report

            return html_report.render(report)
        case Format.SARIF:
            from nemogen.report import sarif

            return sarif.render(report)
        case Format.JUNIT:
            from nemogen.report import junit

            return junit.render(report)
