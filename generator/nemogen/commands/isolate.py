"""Isolates failures: that of one subject or API is reported as its state, and the others go on. Cheap to import."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from nemogen.bug_report import internal_error
from nemogen.errors import CouldNot, Location, NemogenError
from nemogen.findings import Finding
from nemogen.report.model import ApiReport, Subject, subject_of_error


def each(names: Iterable[str], subject: str, work: Callable[[str], ApiReport]) -> tuple[ApiReport, ...]:
    """The report of `work` for each API; if it fails, a report whose only subject (`subject`) has the error."""
    return tuple(report_of(name, subject, work) for name in names)


def looked_at(name: str, look: Callable[[], Subject]) -> Subject:
    """The subject that `look` returns; if it fails, the subject `name` with the error."""
    return all_looked_at(name, lambda: (look(),))[0]


def all_looked_at(name: str, look: Callable[[], tuple[Subject, ...]]) -> tuple[Subject, ...]:
    """Like `looked_at`, for a function that returns several subjects, at least one."""
    try:
        return look()
    except Exception as error:  # noqa: BLE001 - also a bug of nemogen is reported as the state of one subject
        return (failed(name, error_of(error)),)


def failed(name: str, error: NemogenError) -> Subject:
    """The subject that could not be checked because of `error`; the same problem in several places is one finding."""
    subject = subject_of_error(name, error)
    alike: dict[str, list[Finding]] = {}
    for finding in subject.findings:
        alike.setdefault(finding.advice, []).append(finding)
    return replace(subject, findings=tuple(map(_one_of, alike.values())))


def error_of(error: Exception) -> NemogenError:
    """Any exception as an error for a user; the traceback of an unexpected one is written to a file."""
    if isinstance(error, NemogenError):
        return error
    return could_not(error) if isinstance(error, OSError) else internal_error(error)


def could_not(error: OSError) -> CouldNot:
    """An error of the system that no phase handles, such as a full /tmp or a missing permission, for a user."""
    where = Location(str(error.filename)) if error.filename is not None else None
    return CouldNot(error.strerror or str(error), where=where, remedy="Fix that, then run the command again.")


def _one_of(findings: Sequence[Finding]) -> Finding:
    first, *others = findings
    places = tuple(finding.revision for finding in others if finding.revision is not None)
    return replace(first, locations=places, count=len(findings))


def report_of(name: str, subject: str, work: Callable[[str], ApiReport]) -> ApiReport:
    """The report of `work` for one API; if it fails, a report whose only subject (`subject`) has the error."""
    try:
        return work(name)
    except Exception as error:  # noqa: BLE001 - also a bug of nemogen is reported as the state of one API
        return ApiReport(name, (failed(subject, error_of(error)),))
