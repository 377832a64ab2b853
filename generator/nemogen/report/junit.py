"""A report as JUnit XML, which most CI services show as tests."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree

from nemogen.findings import Finding, Level
from nemogen.report.model import ApiReport, Report, Subject, Verdict
from nemogen.text_safety import in_xml, plain

_OUTCOMES: Final = {
    Verdict.DRIFTED: "failure",
    Verdict.AT_FAULT: "error",
    Verdict.NOT_CHECKED: "error",
    Verdict.INTERNAL_ERROR: "error",
    Verdict.SKIPPED: "skipped",
}


def render(report: Report) -> str:
    """A suite for each API, a case for each subject and one for each of its findings.

    A finding fails if its subject fails and its level is at least `fail_on`; else it passes, with its text as output.
    """
    root = ElementTree.Element("testsuites", name=f"nemogen {plain(report.command)}")
    for api in report.apis:
        suite = ElementTree.SubElement(root, "testsuite", name=plain(api.name) or "report")
        for subject in api.subjects:
            _subject(suite, report, api, subject)
            for finding in subject.findings:
                _finding(suite, report, api, subject, finding)
        _count(suite)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{in_xml(ElementTree.tostring(root, encoding="unicode"))}\n'


def _subject(suite: ElementTree.Element, report: Report, api: ApiReport, subject: Subject) -> None:
    case = ElementTree.SubElement(suite, "testcase", classname=_class(api, subject), name=plain(subject.name))
    if outcome := _OUTCOMES.get(report.verdict(subject)):
        message = ": ".join(filter(None, (subject.state, plain(subject.why))))
        ElementTree.SubElement(case, outcome, message=message)


def _finding(suite: ElementTree.Element, report: Report, api: ApiReport, subject: Subject, finding: Finding) -> None:
    name = " ".join(filter(None, (finding.id, finding.operation, finding.fingerprint)))
    case = ElementTree.SubElement(suite, "testcase", classname=_class(api, subject), name=plain(name))
    where = finding.shown_at
    text = "\n".join(filter(None, (plain(finding.advice), plain(str(where)) if where else None)))
    if report.verdict(subject) is Verdict.DRIFTED and report.fails(finding):
        failure = ElementTree.SubElement(case, "failure", message=plain(finding.message), type=finding.level)
        failure.text = text
    elif _OUTCOMES.get(report.verdict(subject)) == "error" and finding.level is Level.ERROR:
        ElementTree.SubElement(case, "error", message=plain(finding.message), type=plain(finding.id)).text = text
    else:
        ElementTree.SubElement(case, "system-out").text = text


def _class(api: ApiReport, subject: Subject) -> str:
    return ".".join(filter(None, (plain(api.name), plain(subject.name))))


def _count(suite: ElementTree.Element) -> None:
    suite.set("tests", str(len(suite)))
    for attribute, outcome in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(len(suite.findall(f"testcase/{outcome}"))))
