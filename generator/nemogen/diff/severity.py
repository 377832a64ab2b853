"""A project's own opinion on rules: a severity file gives rules another level, or silences them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from nemogen.diff.python.rules import SOURCE_RULES
from nemogen.diff.rules import RULES
from nemogen.errors import ConfigError, Location, Problem
from nemogen.findings import Finding, Level
from nemogen.toml_faults import toml_fault
from nemogen.toml_text import TOMLDecodeError, parse_toml

SILENT = "none"
Severities = Mapping[str, Level | None]
"""Level by rule id; None for a rule that is not reported."""


def apply_severities(findings: Sequence[Finding], severities: Severities) -> tuple[Finding, ...]:
    """The findings with the levels of the severity file, worst first."""
    judged = [
        replace(finding, level=severities.get(finding.id) or finding.level)
        for finding in findings
        if severities.get(finding.id, finding.level) is not None
    ]
    return tuple(sorted(judged, key=lambda finding: finding.level.rank))


def read_severities(text: str, file: str) -> Severities:
    """The levels of a TOML text with lines like `response-optional-property-added = "risky"`; "none" silences.

    Raises `ConfigError` with all lines that are wrong.
    """
    try:
        document = parse_toml(text)
    except TOMLDecodeError as error:
        raise toml_fault(error, text, file) from None
    levels = {level.value: level for level in Level}
    problems = []
    for id_, value in document.items():
        if id_ not in RULES and id_ not in SOURCE_RULES:
            problems.append(
                Problem(f"there is no rule {id_}", Location(file, f"/{id_}"), "nemogen diff --rules lists them")
            )
        elif not isinstance(value, str) or (value != SILENT and value not in levels):
            remedy = f"use one of {', '.join([*levels, SILENT])}"
            problems.append(Problem(f"{value!r} is not a level", Location(file, f"/{id_}"), remedy))
    if problems:
        first = problems[0]
        raise ConfigError(first.what, where=first.where, remedy=first.remedy, others=tuple(problems[1:]))
    return {id_: levels.get(str(value)) for id_, value in document.items()}
