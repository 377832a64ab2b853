"""The outputs of a GitHub Actions job as text: a matrix, step outputs, the step summary."""

from __future__ import annotations

import json

from nemogen.report import markdown
from nemogen.report.model import ApiReport, Report, Verdict, complete, exit_status, worst
from nemogen.text_safety import in_json, in_markdown, plain


def matrix(report: Report) -> str:
    """One line of JSON for `strategy.matrix`: `{"include": [{"api": …, "verdict": …, "level": …}]}`.

    Holds every API that is not clean, so an API that could not be checked reaches the repairing job too.
    """
    rows = [{"api": api.name, "verdict": report.api_verdict(api), "level": api.level or ""} for api in _unclean(report)]
    return in_json(json.dumps({"include": rows})) + "\n"


def outputs(report: Report) -> str:
    """Lines to append to the file that GITHUB_OUTPUT names: state, level, version, exit-status, apis.

    `state` is the worst verdict, `level` the worst level or empty, `version` the next version of the only API or empty,
    `apis` a JSON list of the names of those that are not clean.
    """
    verdicts = [report.api_verdict(api) for api in report.apis] or [Verdict.NOT_CHECKED]
    only = report.apis[0] if len(report.apis) == 1 else None
    values = {
        "state": max(verdicts, key=list(Verdict).index),
        "level": worst(finding for api in report.apis for finding in api.changes) or "",
        "version": only.version.after if only and only.version else "",
        "exit-status": str(exit_status(report)),
        "apis": json.dumps([api.name for api in _unclean(report)]),
    }
    # plain() leaves no line break, so no value can inject another output.
    return "".join(f"{name}={plain(value)}\n" for name, value in values.items())


def step_summary(report: Report) -> str:
    """Markdown to append to the file that GITHUB_STEP_SUMMARY names."""
    text = markdown.render(complete(report), limit=markdown.STEP_SUMMARY_LIMIT)
    return f"## nemogen {in_markdown(report.command)}\n\n{text}"


def _unclean(report: Report) -> list[ApiReport]:
    return [api for api in report.apis if report.api_verdict(api).exit_code]
