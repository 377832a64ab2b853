from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nemogen.errors import Location
from nemogen.findings import Finding, Level
from nemogen.report import ApiReport, Format, Report, State, Subject, exit_status, render
from nemogen.report.sarif import message, uri
from tests.report.samples import ACCEPTED, BREAKING, FULL, REPORTS

SCHEMA = os.environ.get("NEMOGEN_SARIF_SCHEMA")


def run_of(report: Report) -> Any:
    log = json.loads(render(report, Format.SARIF))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run


@pytest.mark.skipif(not SCHEMA, reason="NEMOGEN_SARIF_SCHEMA is not set: no official schema to hold the log against")
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(REPORTS)
def test_any_log_is_valid_against_the_official_schema(report: Report) -> None:
    schema = json.loads(Path(SCHEMA or "").read_text(encoding="utf-8"))
    for one in (report, FULL):
        jsonschema.Draft4Validator(schema).validate(json.loads(render(one, Format.SARIF)))


def test_a_result_has_its_place_its_level_and_its_fingerprint() -> None:
    (result,) = [result for result in run_of(FULL)["results"] if result["ruleId"] == BREAKING.id]
    assert result["level"] == "error"
    assert result["message"] == {"text": "POST /chats: the property `model` is gone"}
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "specs/pets/openapi.json", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 12, "startColumn": 5},
            },
            "logicalLocations": [{"fullyQualifiedName": "/paths/~1chats/post", "kind": "member"}],
        }
    ]
    assert [other["physicalLocation"]["region"]["startLine"] for other in result["relatedLocations"]] == [10, 40]
    assert result["partialFingerprints"] == {"nemogenFingerprint/v1": BREAKING.fingerprint}
    assert result["occurrenceCount"] == 63


@given(REPORTS)
def test_every_result_points_at_its_rule(report: Report) -> None:
    run = run_of(report)
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert {result["ruleId"] for result in run["results"]} == {rule["id"] for rule in rules}


def test_what_an_approval_took_out_is_suppressed() -> None:
    (result,) = [result for result in run_of(FULL)["results"] if result["ruleId"] == ACCEPTED.id]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted"}]


def test_a_drift_without_findings_is_a_result_of_its_own() -> None:
    (result,) = [result for result in run_of(FULL)["results"] if result["ruleId"] == "generated-outdated"]
    assert result["message"] == {"text": "generated: outdated: the pin changed since"}


def test_what_could_not_be_checked_makes_the_run_unsuccessful() -> None:
    (invocation,) = run_of(FULL)["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, exit_status(FULL))
    assert [note["message"]["text"] for note in invocation["toolExecutionNotifications"]] == [
        "pets: recordings: the folder cannot be read"
    ]


def test_a_report_that_only_drifted_ran_successfully() -> None:
    report = Report("diff", (ApiReport("", (Subject("wire", State.BREAKING, "", (BREAKING,)),)),), Level.BREAKING)
    assert run_of(report)["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]


def test_a_finding_without_a_place_still_has_a_location() -> None:
    finding = replace(BREAKING, base=None, revision=None, locations=())
    report = Report("diff", (ApiReport("pets", (Subject("wire", State.BREAKING, "", (finding,)),)),))
    (result,) = run_of(report)["results"]
    assert result["locations"] == [{"logicalLocations": [{"name": "pets", "kind": "module"}]}]


def test_braces_and_brackets_of_a_document_are_no_placeholders_and_no_links() -> None:
    assert message("GET /pets/{id}: [a](http://evil.test) \\ \x1b") == {
        "text": r"GET /pets/{{id}}: \[a\](http://evil.test) \\ \\x1b"
    }


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("./specs/a b/öpen#1?.json", "specs/a%20b/%C3%B6pen%231%3F.json"),
        ("/tmp/a%b.json", "file:///tmp/a%25b.json"),
        ("https://api.test/a b.json?x=%20", "https://api.test/a%20b.json?x=%20"),
        ("C:odd.json", "C%3Aodd.json"),
    ],
)
def test_a_file_is_named_by_a_uri(file: str, expected: str) -> None:
    assert uri(file) == expected


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])).filter(lambda file: "://" not in file))
def test_a_relative_name_comes_back_from_its_uri(file: str) -> None:
    name = file.removeprefix("./")
    assert unquote(uri(file)).removeprefix("file://" if name.startswith("/") else "") == name


def test_places_of_one_cause_are_not_told_twice() -> None:
    finding = replace(BREAKING, base=BREAKING.revision, locations=(Location("b.json", "/x"),))
    report = Report("diff", (ApiReport("", (Subject("wire", State.BREAKING, "", (finding,)),)),))
    (result,) = run_of(report)["results"]
    assert len(result["relatedLocations"]) == 1


def removal(base_file: str) -> Finding:
    base, revision = Location(base_file, "/a/b", 3, 1), Location("new.json", "/a", 2, 1)
    return Finding("response-optional-property-removed", Level.RISKY, "b was removed", base=base, revision=revision)


@pytest.mark.parametrize(("base_file", "shown"), [("old.json", "old.json"), ("new.json (base)", "new.json")])
def test_a_removal_is_shown_in_the_base_if_that_is_a_file_that_can_be_opened(base_file: str, shown: str) -> None:
    subject = Subject("wire", State.RISKY, findings=(removal(base_file),))
    report = Report("diff", (ApiReport("pets", (subject,)),))
    (result,) = run_of(report)["results"]
    (where,) = result["locations"]
    assert where["physicalLocation"]["artifactLocation"]["uri"] == shown
    assert len(result["relatedLocations"]) == 1
    (annotation,) = [line for line in render(report, Format.GITHUB).splitlines() if "was removed" in line]
    assert f"file={shown}," in annotation
    case = next(line for line in render(report, Format.JUNIT).splitlines() if "/a/b" in line)
    assert case.startswith(base_file)


@pytest.mark.parametrize(("count", "told"), [(1, None), (2, 2)])
def test_a_result_tells_how_often_it_occurred_where_that_is_more_than_once(count: int, told: int | None) -> None:
    (result,) = run_of(report_of(replace(BREAKING, count=count)))["results"]
    assert result.get("occurrenceCount") == told


@pytest.mark.parametrize("error", ["", "file-unreadable"])
def test_a_result_has_what_a_finding_is_about_and_the_error_that_it_reports(error: str) -> None:
    (result,) = run_of(report_of(replace(BREAKING, error=error)))["results"]
    told = {"api": "pets", "level": "breaking", "area": "response", "direction": "response"}
    assert result["properties"] == (told | {"error": error} if error else told)


def test_related_places_are_numbered_in_their_order() -> None:
    (result,) = run_of(report_of(BREAKING))["results"]
    related = [(place["id"], place["physicalLocation"]["region"]["startLine"]) for place in result["relatedLocations"]]
    assert related == [(0, 10), (1, 40)]


def report_of(finding: Finding) -> Report:
    return Report("diff", (ApiReport("pets", (Subject("wire", State.BREAKING, "", (finding,)),)),))
