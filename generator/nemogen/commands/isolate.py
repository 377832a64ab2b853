"""One thing after the other: what fails for one is reported as its state, and does not stop the others. Light."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from nemogen.bug_report import internal_error
from nemogen.errors import CouldNot, Location, NemogenError
from nemogen.findings import Finding
from nemogen.report.model import ApiReport, Subject, subject_of_error


def each(names: Iterable[str], subject: str, work: Callable[[str], ApiReport]) -> tuple[ApiReport, ...]:
    """What `work` says of each API; where it fails, a report whose only subject (`subject`) says why."""
    return tuple(report_of(name, subject, work) for name in names)


def looked_at(name: str, look: Callable[[], Subject]) -> Subject:
    """What `look` finds, or the subject `name` with the reason why it could not look."""
    return all_looked_at(name, lambda: (look(),))[0]


def all_looked_at(name: str, look: Callable[[], tuple[Subject, ...]]) -> tuple[Subject, ...]:
    """The same for what finds several subjects, at least one."""
    try:
        return look()
    except Exception as error:  # noqa: BLE001 - also a bug of nemogen is reported as the state of one subject
        return (failed(name, error_of(error)),)


def failed(name: str, error: NemogenError) -> Subject:
    """The subject that an error kept from being looked at; what is wrong in many places is one finding."""
    subject = subject_of_error(name, error)
    alike: dict[str, list[Finding]] = {}
    for finding in subject.findings:
        alike.setdefault(finding.advice, []).append(finding)
    return replace(subject, findings=tuple(map(_one_of, alike.values())))


def error_of(error: Exception) -> NemogenError:
    """Any exception as an error for a user; the traceback of one that nobody foresaw is kept in a file."""
    if isinstance(error, NemogenError):
        return error
    return could_not(error) if isinstance(error, OSError) else internal_error(error)


def could_not(error: OSError) -> CouldNot:
    """The error for a user where the system refused what no phase has words for: a full /tmp, no permission."""
    where = Location(str(error.filename)) if error.filename is not None else None
    return CouldNot(error.strerror or str(error), where=where, remedy="Fix that, then run the command again.")


def _one_of(findings: Sequence[Finding]) -> Finding:
    first, *others = findings
    places = tuple(finding.revision for finding in others if finding.revision is not None)
    return replace(first, locations=places, count=len(findings))


def report_of(name: str, subject: str, work: Callable[[str], ApiReport]) -> ApiReport:
    """The same of one API."""
    try:
        return work(name)
    except Exception as error:  # noqa: BLE001 - also a bug of nemogen is reported as the state of one API
        return ApiReport(name, (failed(subject, error_of(error)),))
