"""A report as SARIF 2.1.0 (OASIS standard), for code scanning."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final
from urllib.parse import quote

from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.report.model import ApiReport, Report, Subject, Verdict, exit_status
from nemogen.text_safety import in_json, plain

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Level.ERROR: "error", Level.BREAKING: "error", Level.RISKY: "warning"}
_UNLOOKED: Final = (Verdict.NOT_CHECKED, Verdict.AT_FAULT, Verdict.INTERNAL_ERROR)


def render(report: Report) -> str:
    """One run with every finding. Accepted ones are suppressed, and what could not be checked fails the run."""
    results = [result for api in report.apis for subject in api.subjects for result in _results(report, api, subject)]
    rules = _rules(results)
    numbers = {rule["id"]: index for index, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "nemogen", **_own_version(), "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [{**result, "ruleIndex": numbers[result["ruleId"]]} for result in results],
    }
    return in_json(json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)) + "\n"


def message(text: str) -> dict[str, str]:
    """A plain text message: braces would be placeholders (3.11.5) and brackets links (3.11.6), so both are escaped."""
    escaped = plain(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return {"text": escaped.replace("{", "{{").replace("}", "}}")}


def uri(file: str) -> str:
    """A file name as an RFC 3986 reference: a URL as it is, an absolute path as a file URL, another relative."""
    if "://" in file:
        return quote(file, safe="%/:?#[]@!$&'()*+,;=", errors="replace")
    path = quote(file.removeprefix("./"), safe="/", errors="replace")
    return f"file://{path}" if path.startswith("/") else path


def _results(report: Report, api: ApiReport, subject: Subject) -> Iterator[dict[str, Any]]:
    yield from (_result(api, finding) for finding in subject.findings)
    for finding in subject.accepted:
        yield {**_result(api, finding), "suppressions": [{"kind": "external", "status": "accepted"}]}
    if report.verdict(subject) in (Verdict.DRIFTED, *_UNLOOKED) and not subject.findings:
        rule = f"{subject.name}-{subject.state.replace(' ', '-')}"
        what = ": ".join(filter(None, (subject.name, subject.state, subject.why)))
        yield _result(api, Finding(id=rule, level=Level.ERROR, message=what, area=subject.name))


def _result(api: ApiReport, finding: Finding) -> dict[str, Any]:
    where = next(iter(finding.openable_sides), finding.shown_at)
    beside = finding.sides if where != finding.revision else (finding.base,)
    others = [other for other in (*beside, *finding.locations) if other is not None and other != where]
    text = ": ".join(filter(None, (finding.operation, finding.advice)))
    result: dict[str, Any] = {
        "ruleId": finding.id,
        "level": _LEVELS.get(finding.level, "note"),
        "message": message(text),
        "locations": [_location(api, where)],
        "partialFingerprints": {"nemogenFingerprint/v1": finding.fingerprint},
        "properties": _properties(api, finding),
    }
    if others:
        result["relatedLocations"] = [{"id": index, **_location(api, other)} for index, other in enumerate(others)]
    if finding.count > 1:
        result["occurrenceCount"] = finding.count
    return result


def _properties(api: ApiReport, finding: Finding) -> dict[str, str]:
    found = {"api": api.name, "level": finding.level, "area": finding.area, "direction": finding.direction}
    return {**found, "error": finding.error} if finding.error else {**found}


def _location(api: ApiReport, where: Location | None) -> dict[str, Any]:
    if where is None:
        return {"logicalLocations": [{"name": api.name or "report", "kind": "module"}]}
    base = {} if "://" in where.file or where.file.startswith("/") else {"uriBaseId": "%SRCROOT%"}
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(where.file), **base}}
    if where.line is not None:
        physical["region"] = {"startLine": where.line, **({"startColumn": where.column} if where.column else {})}
    location: dict[str, Any] = {"physicalLocation": physical}
    if where.pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": where.pointer, "kind": "member"}]
    return location


def _rules(results: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row for each rule that occurred, sorted by id; its default level is the worst that occurred."""
    levels: dict[str, str] = {}
    severity = ("error", "warning", "note")
    for result in results:
        met = (levels.get(result["ruleId"], "note"), result["level"])
        levels[result["ruleId"]] = min(met, key=severity.index)
    areas = {result["ruleId"]: result["properties"]["area"] for result in results}
    return [
        {
            "id": rule,
            "shortDescription": message(rule.replace("-", " ")),
            "defaultConfiguration": {"level": levels[rule]},
            **({"properties": {"tags": [areas[rule]]}} if areas[rule] else {}),
        }
        for rule in sorted(levels)
    ]


def _invocation(report: Report) -> Mapping[str, Any]:
    """Whether the run succeeded; each subject that it could not check is a notification."""
    unlooked = [
        {"level": "error", "message": message(": ".join(filter(None, (api.name, subject.name, subject.why))))}
        for api in report.apis
        for subject in api.subjects
        if report.verdict(subject) in _UNLOOKED
    ]
    status = exit_status(report)
    notifications = {"toolExecutionNotifications": unlooked} if unlooked else {}
    return {"executionSuccessful": status in (0, 1), "exitCode": status, **notifications}


def _own_version() -> dict[str, str]:
    try:
        return {"version": version("nemogen")}
    except PackageNotFoundError:
        return {}
