"""A report as one JSON document; `report.schema.json` next to this file is its published schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from nemogen.errors import Location
from nemogen.findings import Finding
from nemogen.report.model import ApiReport, Report, Subject, exit_status
from nemogen.text_safety import in_json

SCHEMA_ID: Final = "urn:nemogen:report:1"


def render(report: Report) -> str:
    """The document, with everything in it."""
    return dump(
        {
            "schema": SCHEMA_ID,
            "command": report.command,
            "exit_status": exit_status(report),
            "fail_on": f"{report.fail_on}-used" if report.fail_on and report.only_used else report.fail_on,
            "apis": [_api(report, api) for api in report.apis],
        }
    )


def dump(document: Mapping[str, Any]) -> str:
    """JSON text of a document that holds untrusted text, indented. Terminal control characters are JSON escapes."""
    return in_json(json.dumps(document, indent=2, ensure_ascii=False)) + "\n"


def _api(report: Report, api: ApiReport) -> dict[str, Any]:
    return {
        "name": api.name,
        "verdict": report.api_verdict(api),
        "level": api.level,
        "version": {"before": api.version.before, "after": api.version.after} if api.version else None,
        "subjects": [_subject(report, subject) for subject in api.subjects],
        "tables": {table.name: table.data for table in api.tables},
    }


def _subject(report: Report, subject: Subject) -> dict[str, Any]:
    return {
        "name": subject.name,
        "state": subject.state,
        "verdict": report.verdict(subject),
        "why": subject.why,
        "findings": [finding_document(finding) for finding in subject.findings],
        "accepted": [finding_document(finding) for finding in subject.accepted],
    }


def finding_document(finding: Finding) -> dict[str, Any]:
    """One finding as JSON values; `used_by` and `maybe_used_by` are present only if calling code was checked, `error`
    only for an error."""
    error = {"error": finding.error} if finding.error else {}
    lines = {} if finding.used_by is None else {"used_by": finding.used_by, "maybe_used_by": finding.maybe_used_by}
    used = {name: [_location(location) for location in found] for name, found in lines.items()}
    return {
        "id": finding.id,
        "level": finding.level,
        "area": finding.area,
        "direction": finding.direction,
        "operation": finding.operation,
        "key": finding.key,
        "message": finding.message,
        "help": finding.help,
        "fingerprint": finding.fingerprint,
        "base": _location(finding.base),
        "revision": _location(finding.revision),
        "places": [_location(location) for location in finding.locations],
        "count": finding.count,
        **error,
        **used,
    }


def _location(location: Location | None) -> dict[str, Any] | None:
    if location is None:
        return None
    return {"file": location.file, "pointer": location.pointer, "line": location.line, "column": location.column}
